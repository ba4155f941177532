using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Watch.Alerts;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Tests.Storage;
using MassTransit;

namespace Axis.Hub.Tests.Flow;

/// <summary>State secrets at the door: refused, alerted, and not kept (domain.md 3.3).</summary>
public sealed class SecretFlowTests
{
    private const string Telling = "tuần tra biên giới";

    private static readonly Draft Secret = new() { Subject = $"[MẬT] Kế hoạch {Telling}", AttachmentBytes = 5_000, TypeName = $"Sổ {Telling}" };

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    [Theory, MemberData(nameof(Databases))]
    public async Task What_is_marked_secret_is_refused_for_that_alone_and_its_sender_is_alerted(string database)
    {
        await using var host = await FlowHost.StartAsync(database);

        var receipt = await host.SubmitOneAsync(Secret);

        receipt.Outcome.ShouldBe(ReceiptOutcome.Refused);
        receipt.Receivers.ShouldBeEmpty();
        var marking = receipt.Findings.ShouldHaveSingleItem();
        marking.Code.ShouldBe(ErrorCatalogue.SecretMarked.Code);
        var alert = (await AlertsAsync(host)).ShouldHaveSingleItem();
        (alert.Kind, alert.AdapterCode, alert.SubmissionId, alert.Seen).ShouldBe(("secret-refused", "G22", Secret.SubmissionId, 1));
        AlertEndpoints.FindingOf(alert).ShouldBe(marking);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task One_alert_counts_the_same_package_however_it_comes_again(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var other = Secret with { SubmissionId = NewId.NextSequentialGuid() };

        await host.SubmitAsync(Secret, other);
        await host.SubmitAsync(Secret with { Try = 2 });
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.SubmitAsync(Secret with { Subject = $"Kế hoạch {Telling} (Mật)", SubmissionId = NewId.NextSequentialGuid() });

        (await AlertsAsync(host)).Select(alert => alert.Seen).ShouldBe([1, 3]);
        (await AlertsAsync(host, "H37")).ShouldBeEmpty();
        host.Time.Advance(TimeSpan.FromDays(8));
        await host.TurnAsync<TendAlerts>();
        (await AlertsAsync(host)).Select(alert => alert.ClosedBy).ShouldBe(["hub", "hub"]);
        host.Time.Advance(TimeSpan.FromDays(8));
        (await AlertsAsync(host)).ShouldBeEmpty();
    }

    /// <summary>Whoever writes edXML wrongly has marked it all the same.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task What_is_marked_and_no_package_is_refused_for_the_marking(string database)
    {
        await using var host = await FlowHost.StartAsync(database);

        var receipt = (await host.SubmitAsync(new Incoming<SubmitMessage>("G22", await UnaddressedAsync(host), 0))).ShouldHaveSingleItem();

        receipt.Outcome.ShouldBe(ReceiptOutcome.Refused);
        var marking = receipt.Findings.ShouldHaveSingleItem();
        (marking.Code, marking.Path).ShouldBe((ErrorCatalogue.SecretMarked.Code, "/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/Subject"));
        (await AlertsAsync(host)).ShouldHaveSingleItem().SubmissionId.ShouldBe(Secret.SubmissionId);
        OnDisk.Holds(host.Folder, Telling).ShouldBeFalse();
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(1_000)]
    public async Task Nothing_of_it_is_kept(int inlineLimit)
    {
        await using var host = await FlowHost.StartAsync(options => options.InlineLimit = inlineLimit);

        await host.SubmitAsync(Secret);
        await host.SubmitAsync(new Draft { Subject = "Kế hoạch thường" });

        host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        OnDisk.Holds(host.Folder, "Kế hoạch thường").ShouldBeTrue();
        OnDisk.Holds(host.Folder, Telling).ShouldBeFalse();
    }

    [Fact]
    public async Task A_copy_of_a_refused_try_raises_nothing()
    {
        await using var host = await FlowHost.StartAsync();

        await host.SubmitAsync(Secret);
        (await host.SubmitOneAsync(Secret)).Findings.ShouldHaveSingleItem().Code.ShouldBe(ErrorCatalogue.SecretMarked.Code);

        (await AlertsAsync(host)).ShouldHaveSingleItem().Seen.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Its_sender_is_told_and_nobody_in_whose_name_it_was_only_sent(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var agency = new AgencyRow { AgencyId = FlowNation.Vpcp, Code = "G22", NameVi = "Văn phòng Chính phủ", NameEn = "Government Office", Kind = "ministry", ChangedAt = host.Time.GetUtcNow() };
        await new RegistryStore(host.Get<IDatabase>(), host.Time).ChangeAgenciesAsync(
            new("test", "seed", "agencies", ""), (_, _) => (new AgencyChange([agency], [], []), true), TestContext.Current.CancellationToken);

        await host.SubmitAsync(Secret);
        await host.SubmitAsync(Secret with { Adapter = "H14", SubmissionId = NewId.NextSequentialGuid() });

        (await AlertsAsync(host)).Select(alert => (alert.AdapterCode, alert.AgencyCode)).ShouldBe([("G22", "G22"), ("H14", null)], ignoreOrder: true);
    }

    private static async Task<SubmitMessage> UnaddressedAsync(FlowHost host)
    {
        var package = Draft.Without("To", await Secret.PackageAsync());
        var manifest = Secret.Manifest(package, host.Time).ToBytes();
        using var sealer = host.Nation.SealerOf("G22");
        return new(Secret.SubmissionId, 1, manifest, sealer.Seal(manifest), package);
    }

    private static Task<IReadOnlyList<AlertView>> AlertsAsync(FlowHost host, string? adapter = null) =>
        host.Get<AlertStore>().ListAsync(adapter, 10, TestContext.Current.CancellationToken);
}
