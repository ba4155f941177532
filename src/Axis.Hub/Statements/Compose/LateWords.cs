using Axis.Contracts.Statements;
using Axis.Hub.Console;
using Axis.Hub.Ledger;
using Axis.Hub.Operate.Trace;
using Axis.Hub.Statements.Counting;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Watch.Reconcile;

namespace Axis.Hub.Statements.Compose;

/// <summary>What came late, as people name it.</summary>
internal static class LateWords
{
    /// <summary>An event as one of the agencies that it concerns is told of it.</summary>
    /// <param name="late">The event.</param>
    /// <param name="facts">What the ledger knows of it; null: nothing.</param>
    /// <param name="reader">The agency.</param>
    /// <param name="tree">The registry at the end of the day.</param>
    public static StatementLateEvent Tell(LateEvent late, LateFacts? facts, Guid reader, AgencyTree tree)
    {
        var (vi, en) = Of(late.Kind, facts);
        var other = late.AgencyId == reader ? late.CounterpartId : late.AgencyId;
        return new(
            LateFacts.KeyOf(late).Id, late.EffectiveAt, vi, en, facts?.DocumentName,
            other is { } agency ? tree.Name(agency) : facts?.ReceiverCode is { Length: > 0 } code ? new(code, code, code) : null);
    }

    /// <summary>What happened.</summary>
    /// <param name="kind">Kind of the event.</param>
    /// <param name="facts">What the ledger knows of it; null: nothing.</param>
    public static (string Vi, string En) Of(string kind, LateFacts? facts) => (facts?.Source, kind) switch
    {
        (LateSource.Delivery, EventKinds.Status) when facts.BusinessTo is { Length: > 0 } code =>
            ($"Trạng thái {code}: {StatusName.Of(code, Vietnamese)}".TrimEnd(' ', ':'), $"Status {code}: {StatusName.Of(code, English)}".TrimEnd(' ', ':')),
        (_, RefusalKinds.Refused) => facts?.ReceiverCode is { Length: > 0 } receiver
            ? ($"Trục từ chối nơi nhận {receiver}", $"The axis refused the receiver {receiver}")
            : ("Trục từ chối gói tin", "The axis refused the package"),
        (_, RefusalKinds.SentAgain) => ("Đã gửi lại và được tiếp nhận", "Sent again and accepted"),
        (LateSource.Refusal, RefusalKinds.Closed) => ("Đóng việc bị từ chối", "Refusal closed"),
        (_, DifferenceEvents.Found) => Coded(facts, "Đối soát: phát hiện lệch sổ", "Reconciliation: a difference was found"),
        (_, DifferenceEvents.Settled) => Coded(facts, "Đối soát: không còn lệch sổ", "Reconciliation: a difference was settled"),
        (LateSource.Difference, DifferenceEvents.Closed) => Coded(facts, "Đóng mục lệch sổ", "Difference of the books closed"),
        _ => (EventWords.Kind(kind, Vietnamese), EventWords.Kind(kind, English)),
    };

    private static (string Vi, string En) Coded(LateFacts? facts, string vi, string en) => facts?.Code is { } code ? ($"{vi} ({code})", $"{en} ({code})") : (vi, en);

    private static Words Vietnamese => new(English: false);

    private static Words English => new(English: true);
}
