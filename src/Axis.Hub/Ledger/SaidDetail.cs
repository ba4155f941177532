using System.Globalization;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Statements;

namespace Axis.Hub.Ledger;

/// <summary>
/// What an event by which an agency speaks of an open item says: for which side, what it promises, and its note; <c>receiver 2026-02-23: the clerk is away</c>. Who says it is the event's
/// source. Evidence: the forms never change.
/// </summary>
internal static class SaidDetail
{
    /// <summary>Most characters of what is said.</summary>
    public const int LongestNote = 1_000;

    // With the agency's code before it the name stands in the event's source, which is evidence and is never cut.
    private const int LongestName = 120;
    private const string Day = "yyyy-MM-dd";
    private const string Separator = ": ";
    private const string Agency = "agency:";

    public static string Write(StatementSide side, DateOnly? promisedOn, string note) =>
        (side == StatementSide.Sender ? "sender" : "receiver") + (promisedOn is { } day ? " " + day.ToString(Day, CultureInfo.InvariantCulture) : "") + Separator + note;

    /// <summary>Source of what an agency does, with the person who does it, if named.</summary>
    public static string Source(string agency, string? by) => Agency + agency + (by is null ? "" : " " + by);

    /// <summary>Why no person is named by it; null when one is, or none is named.</summary>
    public static Finding? JudgeName(string? by) =>
        by is null || (by.Length <= LongestName && Checker.IsName(by)) ? null : Finding.Refuse(ErrorCatalogue.ActorUnnamed, "/by");

    /// <summary>Why a reason cannot be kept; null when it can.</summary>
    public static Finding? JudgeReason(string? reason) => string.IsNullOrWhiteSpace(reason) ? Finding.Refuse(ErrorCatalogue.ReasonRequired, "/reason")
        : reason.Length > LongestNote ? Finding.Refuse(ErrorCatalogue.NoteTooLong, "/reason", LongestNote)
        : null;

    /// <summary>Reads an event; null when it is none of these.</summary>
    public static StatementAct? Read(string kind, string? detail, string source, DateTimeOffset at)
    {
        if (KindOf(kind) is not { } said || detail?.Split(Separator, 2) is not [var head, var note])
        {
            return null;
        }

        var words = head.Split(' ', 2);
        var side = words[0] == "sender" ? StatementSide.Sender : StatementSide.Receiver;
        var day = words is [_, var text] && DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : (DateOnly?)null;
        return new(side, said, at, note, day, source.Split(' ', 2) is [_, var by] ? by : null);
    }

    private static StatementActKind? KindOf(string kind) => kind switch
    {
        EventKinds.Promised => StatementActKind.Promised,
        EventKinds.WaitsForOther => StatementActKind.WaitsForOther,
        _ => null,
    };
}
