using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Storage;
using MassTransit;

namespace Axis.Hub.Tests.Ledger;

/// <summary>What the ledger promises, on every configured database; this part: documents, submissions, and who wins a race.</summary>
public sealed partial class LedgerBehaviour
{
    private static readonly DateTimeOffset Noon = Rows.Noon;

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    [Theory, MemberData(nameof(Databases))]
    public async Task Gives_back_a_document_and_its_deliveries_as_they_were_written(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document() with { FamilyKey = new string('f', 64), SteeringType = 2, BusinessType = 0, DueDate = new DateOnly(2026, 12, 1), Priority = 3 };
        var delivery = Rows.Delivery(document) with
        {
            FamilyKey = document.FamilyKey,
            Priority = 3,
            Transport = TransportState.Fail,
            Business = "03",
            VoidAs = VoidCause.Recalled,
            Cause = "Hết chỗ",
            FailedBy = FailCause.Agency,
            Attempt = 4,
            Failures = 2,
            Phase = DispatchPhase.Held,
            ClaimedBy = "hub-1",
            ClaimedUntil = Noon,
            PublishedAt = Noon,
            SignAt = Noon.AddMilliseconds(7),
            EverClaimed = true,
            FirstSpoolId = NewId.NextSequentialGuid(),
            Suspended = true,
            QueriedIn = 12,
            TargetDeliveryId = NewId.NextSequentialGuid(),
            ArrivedAt = Noon,
            AnsweredAt = Noon,
            ProcessingDue = Noon,
            ArriveDue = Noon,
            AnswerDue = Noon,
            ProcessDue = Noon,
            Version = 9,
            StatesDue = true,
            EventSequence = 5,
            EventHash = new string('e', 64),
            EventEffectiveAt = Noon,
            CountedBy = 3,
        };
        await fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync([document], token);
            await ledger.InsertDeliveriesAsync([delivery], token);
        });

        var stored = await fixture.ReadAsync(async (ledger, token) =>
            ((await ledger.FindDocumentsAsync([document.DocumentId], token)).Single(), (await ledger.FindDeliveriesOfAsync([document.DocumentId], token)).Single()));

        stored.Item1.Manifest.ShouldBe(document.Manifest);
        (stored.Item1 with { Manifest = document.Manifest, Seal = document.Seal }).ShouldBe(document);
        stored.Item2.ShouldBe(delivery);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Owes_a_receipt_until_it_is_sent_and_again_after_a_repeat(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        var submission = Rows.Submission(document);
        var refusal = Rows.Refusal();
        await fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync([document], token);
            await ledger.InsertSubmissionsAsync([submission], token);
            await ledger.RecordRefusalsAsync([refusal with { FirstAt = Noon.AddMinutes(1) }], token);
        });

        var owed = await fixture.WriteAsync((ledger, token) => ledger.ListOwedReceiptsAsync(10, token));
        owed.Select(each => (each.SubmissionId, each.Accepted)).ShouldBe([(submission.SubmissionId, true), (refusal.SubmissionId, false)]);
        owed[0].Receipt.ShouldBe(submission.Receipt);

        await fixture.WriteAsync((ledger, token) => ledger.MarkReceiptsSentAsync(owed, token));
        (await fixture.WriteAsync((ledger, token) => ledger.ListOwedReceiptsAsync(10, token))).ShouldBeEmpty();

        var key = new SubmissionKey(submission.AdapterCode, submission.SubmissionId);
        await fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.RearmReceiptsAsync([key, key], token);
            await ledger.RecordRefusalsAsync([refusal], token);
        });
        (await fixture.WriteAsync((ledger, token) => ledger.ListOwedReceiptsAsync(10, token))).Count.ShouldBe(2);
        (await fixture.ReadAsync((ledger, token) => ledger.FindSubmissionsAsync([key], token))).Single().Repeats.ShouldBe(2);
        (await fixture.ReadAsync((ledger, token) => ledger.FindRefusalsAsync(
            [new RefusalKey(refusal.AdapterCode, refusal.SubmissionId, 1, refusal.PackageSha256)], token))).Single().Copies.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Rolls_everything_back_when_the_work_throws(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        await Should.ThrowAsync<InvalidDataException>(() => fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync([document], token);
            throw new InvalidDataException("on purpose");
        }));

        (await fixture.ReadAsync((ledger, token) => ledger.FindDocumentsAsync([document.DocumentId], token))).ShouldBeEmpty();
        await InsertAsync(fixture, document);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Lets_one_of_many_writers_of_a_key_win_and_runs_the_others_again(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var submissionId = NewId.NextSequentialGuid();
        var runs = 0;
        var winners = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => fixture.WriteAsync(async (ledger, token) =>
        {
            Interlocked.Increment(ref runs);
            var document = Rows.Document() with { SubmissionId = submissionId };
            if ((await ledger.FindSubmissionsAsync([new SubmissionKey(document.AdapterCode, submissionId)], token)) is [var winner])
            {
                return winner.DocumentId;
            }

            await ledger.InsertDocumentsAsync([document], token);
            await ledger.InsertSubmissionsAsync([Rows.Submission(document)], token);
            return document.DocumentId;
        }))));

        winners.Distinct().Count().ShouldBe(1);
        runs.ShouldBeGreaterThanOrEqualTo(8);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Runs_work_again_that_met_a_duplicate_key(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var document = Rows.Document();
        await InsertAsync(fixture, document);
        var runs = 0;
        await fixture.WriteAsync(async (ledger, token) =>
        {
            runs++;
            await ledger.InsertDocumentsAsync([runs == 1 ? document : Rows.Document()], token);
        });

        runs.ShouldBe(2);
    }

    private static Task InsertAsync(LedgerFixture fixture, DocumentRow document, params DeliveryRow[] deliveries) =>
        fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync([document], token);
            await ledger.InsertDeliveriesAsync(deliveries, token);
        });
}
