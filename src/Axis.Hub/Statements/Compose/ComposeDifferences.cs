using Axis.Contracts.Http;
using Axis.Contracts.Statements;
using Axis.Hub.Statements.Counting;

namespace Axis.Hub.Statements.Compose;

/// <summary>The section of a statement about what books differ in; from events only, so that it never changes.</summary>
internal static class ComposeDifferences
{
    /// <summary>The section; null where nothing was open when the day began, was found on it, or is open when it ends, so that contents without it keep their bytes.</summary>
    public static StatementDifferences? Of(AgencyDay standing)
    {
        var stock = standing.Differences();
        return (stock.Opening, stock.In, stock.Closing) == (0, 0, 0) ? null : new(
            stock.Opening, stock.In, stock.Out, stock.Closing,
            [
                .. standing.OpenDifferences.Select(Item).OrderBy(item => item.HealsByItself).ThenBy(item => item.Since).ThenBy(item => item.Id)
                    .ThenBy(item => item.Side).ThenBy(item => item.Code, StringComparer.Ordinal),
            ],
            stock.Oldest,
            standing.ClosedDifferences.Count == 0 ? null :
            [
                .. standing.ClosedDifferences.Select(one => new ClosedDifference(one.Facts.SubjectId, one.Facts.Code, one.Closing.At, one.Closing.Source, one.Closing.Reason ?? "", one.Facts.Document))
                    .OrderBy(one => one.At).ThenBy(one => one.Id).ThenBy(one => one.Code, StringComparer.Ordinal),
            ]);
    }

    private static DifferenceItem Item((Stay Stay, DifferenceFacts Facts) open)
    {
        var guide = DifferenceGuide.All[open.Facts.Code];
        return new(
            guide.Kind, open.Facts.Side, open.Facts.SubjectId, open.Facts.Code, open.Stay.From, guide.Entry.Vietnamese, guide.Entry.English, guide.Acts, guide.HealsByItself,
            open.Facts.Document);
    }
}
