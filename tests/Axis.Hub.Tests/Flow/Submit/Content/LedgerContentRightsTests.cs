using Axis.Hub.Flow.Submit.Content;
using Axis.Hub.Tests.Storage;
using MassTransit;

namespace Axis.Hub.Tests.Flow.Submit.Content;

public sealed class LedgerContentRightsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    [Theory, MemberData(nameof(Databases))]
    public async Task An_adapter_may_download_what_was_dispatched_to_it(string database)
    {
        await using LedgerFixture fixture = await LedgerFixture.CreateAsync(database);
        string sent = new('a', 64);
        string waiting = new('b', 64);
        string none = new('c', 64);
        await EnterAsync(fixture, sent, everClaimed: true);
        await EnterAsync(fixture, waiting, everClaimed: false);
        var rights = new LedgerContentRights(fixture.Database, fixture.Ledger);
        CancellationToken cancelled = TestContext.Current.CancellationToken;

        (await rights.MayDownloadAsync("H41", sent, cancelled)).ShouldBeTrue();
        (await rights.MayDownloadAsync("H37", sent, cancelled)).ShouldBeFalse();
        (await rights.MayDownloadAsync("H41", waiting, cancelled)).ShouldBeFalse();
        (await rights.MayDownloadAsync("H41", none, cancelled)).ShouldBeFalse();
        (await rights.FindReferencedAsync([sent, waiting, none], cancelled)).ShouldBe([sent, waiting], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Small_content_comes_from_the_ledger(string database)
    {
        await using LedgerFixture fixture = await LedgerFixture.CreateAsync(database);
        string sha256 = new('d', 64);
        await fixture.WriteAsync((ledger, token) => ledger.InsertContentAsync([new(sha256, [1, 2, 3], Noon)], token));
        var rights = new LedgerContentRights(fixture.Database, fixture.Ledger);
        (await rights.FindSmallAsync(sha256, TestContext.Current.CancellationToken)).ShouldBe([1, 2, 3]);
        (await rights.FindSmallAsync(new string('e', 64), TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private static Task EnterAsync(LedgerFixture fixture, string sha256, bool everClaimed)
    {
        Guid document = NewId.NextSequentialGuid();
        Guid sender = NewId.NextSequentialGuid();
        return fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync(
            [
                new()
                {
                    DocumentId = document, AdapterCode = "H37", SubmissionId = NewId.NextSequentialGuid(), Kind = "edoc",
                    SenderAgencyId = sender, SenderCode = "H37", PackageSha256 = sha256, PackageLength = 1, Manifest = [1], Seal = [1],
                    CertificateSha256 = new string('f', 64), Findings = "[]", SealedAt = Noon, AcceptedAt = Noon,
                },
            ], token);
            await ledger.InsertDeliveriesAsync(
            [
                new()
                {
                    DeliveryId = NewId.NextSequentialGuid(), DocumentId = document, Kind = "edoc", SenderAgencyId = sender,
                    ReceiverAgencyId = NewId.NextSequentialGuid(), ReceiverCode = "H41", AdapterCode = "H41", AcceptedAt = Noon, Since = Noon,
                    EverClaimed = everClaimed,
                },
            ], token);
        });
    }
}
