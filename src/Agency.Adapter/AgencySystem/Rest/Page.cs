using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest;

/// <summary>Pages of the lists.</summary>
internal static class Page
{
    private const int Usual = 50;
    private const int Most = 500;

    /// <summary>The page size asked for.</summary>
    /// <exception cref="RefusedException">It is not 1 to 500.</exception>
    public static int Limit(int? limit) => limit switch
    {
        null => Usual,
        >= 1 and <= Most => limit.Value,
        _ => throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, "limit", "limit", $"1-{Most}")),
    };

    /// <summary>Reads on until enough rows pass the filter or there are no more.</summary>
    public static IEnumerable<T> Walk<T>(
        long after, int limit, Func<long, IReadOnlyList<T>> read, Func<T, long> cursorOf, Func<T, bool> wanted)
    {
        var taken = 0;
        for (var rows = read(after); rows.Count > 0 && taken < limit; rows = rows.Count < limit ? [] : read(cursorOf(rows[^1])))
        {
            foreach (var row in rows.Where(wanted))
            {
                taken++;
                yield return row;
            }
        }
    }
}
