using System.Reflection;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements.Compose;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Axis.Hub.Watch.Reconcile;

namespace Axis.Hub.Tests.Statements;

/// <summary>What came late, in words and with what it is about.</summary>
public sealed class LateEventTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    [Theory]
    [InlineData(typeof(EventKinds), LateSource.Delivery)]
    [InlineData(typeof(RefusalKinds), LateSource.Refusal)]
    [InlineData(typeof(DifferenceEvents), LateSource.Difference)]
    public void Every_kind_of_event_has_words_in_both_languages(Type kinds, object source)
    {
        foreach (var kind in kinds.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!))
        {
            foreach (var (vi, en) in new[] { LateWords.Of(kind, null), LateWords.Of(kind, new() { Id = Guid.Empty, Sequence = 1, Source = (LateSource)source }) })
            {
                (vi, en).ShouldNotBe((kind, kind));
                vi.ShouldNotBe(en);
            }
        }
    }

    [Theory]
    [InlineData(RefusalKinds.Refused, "", "Trục từ chối gói tin", "The axis refused the package")]
    [InlineData(RefusalKinds.Refused, "H99", "Trục từ chối nơi nhận H99", "The axis refused the receiver H99")]
    [InlineData(RefusalKinds.SentAgain, "", "Đã gửi lại và được tiếp nhận", "Sent again and accepted")]
    public void A_refusal_says_of_whom(string kind, string receiver, string vi, string en) =>
        LateWords.Of(kind, new() { Id = Guid.Empty, Sequence = 1, Source = LateSource.Refusal, ReceiverCode = receiver }).ShouldBe((vi, en));

    [Fact]
    public void A_difference_says_which_and_a_status_its_code()
    {
        LateWords.Of(DifferenceEvents.Found, new() { Id = Guid.Empty, Sequence = 1, Source = LateSource.Difference, Code = "AXS-8512" })
            .ShouldBe(("Đối soát: phát hiện lệch sổ (AXS-8512)", "Reconciliation: a difference was found (AXS-8512)"));
        LateWords.Of(EventKinds.Status, new() { Id = Guid.Empty, Sequence = 1, Source = LateSource.Delivery, BusinessTo = "02" })
            .ShouldBe(("Trạng thái 02: Từ chối tiếp nhận", "Status 02: Refused"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_refused_package_and_a_difference_are_known_by_their_documents_too(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var (refusal, difference) = (Rows.Refusal(), Rows.Difference());
        await host.Get<ILedger>().WriteAsync("test", async (transaction, token) =>
        {
            await transaction.SaveRefusalCasesAsync([refusal.Row], [], [refusal.Event], token);
            return true;
        }, TestContext.Current.CancellationToken);
        await host.Get<IDatabase>().WriteAsync("test", async (session, token) =>
        {
            await DifferenceStore.SaveAsync(session, [difference.Row], [], [difference.Event], token);
            return true;
        }, TestContext.Current.CancellationToken);

        LateEvent[] late = [Late(refusal.Row.CaseId), Late(difference.Row.DifferenceId), Late(Guid.CreateVersion7())];
        var facts = await host.Get<IDatabase>().ReadAsync("test", (session, token) => LateFacts.ReadAsync(session, late, token), TestContext.Current.CancellationToken);

        var (ofRefusal, ofDifference) = (facts[(refusal.Row.CaseId, 1)], facts[(difference.Row.DifferenceId, 1)]);
        (ofRefusal.Source, ofRefusal.DocumentName, ofRefusal.ReceiverCode).ShouldBe((LateSource.Refusal, "15/QĐ-UBND", "H99"));
        (ofDifference.Source, ofDifference.DocumentName, ofDifference.Code).ShouldBe((LateSource.Difference, "7816/VPCP-TTĐT", "AXS-8512"));
        facts.Count.ShouldBe(2);

        static LateEvent Late(Guid id) => new() { EventKey = $"{id}#1", AgencyId = FlowNation.Province, Kind = "X", EffectiveAt = FlowRows.Now };
    }

    private static class Rows
    {
        public static (RefusalCaseRow Row, RefusalEventRow Event) Refusal()
        {
            var id = Guid.CreateVersion7();
            return (
                new()
                {
                    CaseId = id, AgencyId = FlowNation.Vpcp, PackageSha256 = new('a', 64), ReceiverCode = "H99", CodeNumber = "15", CodeNotation = "QĐ-UBND", EventSequence = 1,
                    EventEffectiveAt = FlowRows.Now,
                },
                new() { CaseId = id, Sequence = 1, Kind = RefusalKinds.Refused, Source = "hub", RecordedAt = FlowRows.Now, EffectiveAt = FlowRows.Now });
        }

        public static (BookDifferenceRow Row, BookDifferenceEventRow Event) Difference()
        {
            var id = Guid.CreateVersion7();
            return (
                new()
                {
                    DifferenceId = id, AdapterCode = "H37", AgencyId = FlowNation.Province, Side = Axis.Contracts.Http.BookSide.Received, SubjectId = id, LineId = id, Code = "AXS-8512",
                    Document = "7816/VPCP-TTĐT", EventSequence = 1, EventEffectiveAt = FlowRows.Now,
                },
                new()
                {
                    DifferenceId = id, Sequence = 1, Kind = DifferenceEvents.Found, Source = "2026-11-24 #1", AtHub = "DONE, attempt 1", AtAdapter = "", RecordedAt = FlowRows.Now,
                    EffectiveAt = FlowRows.Now,
                });
        }
    }
}
