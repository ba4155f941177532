using Axis.Contracts.Http;
using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Render;

/// <summary>Words of the section about what books differ in.</summary>
internal static class DifferenceTerms
{
    /// <summary>What it is, seen from the agency.</summary>
    public static Term Of(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Missing => new("trạm thiếu", "missing at the adapter"),
        DifferenceKind.Extra => new("trục thiếu", "missing at the hub"),
        DifferenceKind.Different => new("hai bên khác nhau", "different"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The list of the adapter's books.</summary>
    public static Term Of(BookSide side) => side == BookSide.Sent ? new("gửi đi", "sent") : new("nhận về", "received");

    /// <summary>Who acts.</summary>
    public static Term ActorOf(DifferenceItem item) => item switch
    {
        { Acts: DifferenceActor.Hub } => new("trục, tự động", "the hub, by itself"),
        { Acts: DifferenceActor.Adapter } => new("trạm, tự động", "the adapter, by itself"),
        { Acts: DifferenceActor.Agency } => new("đơn vị", "the agency"),
        _ => new("người vận hành trục", "the hub's operators"),
    };

    /// <summary>Opening, found, settled, closing; then what a person has closed, each with who and why.</summary>
    public static IEnumerable<FigureLine> LinesOf(StatementDifferences differences) =>
    [
        new(StatementTerms.Differences, StatementTerms.Differences, new(differences.Opening, differences.Found, differences.Settled, differences.Closing)),
        .. (differences.Closed ?? []).Select(one => new FigureLine(
            StatementTerms.Differences, new($"Đóng: {one.Code} {one.Document}".TrimEnd(), $"Closed: {one.Code} {one.Document}".TrimEnd()), Value: $"{one.By}: {one.Reason}")),
    ];
}
