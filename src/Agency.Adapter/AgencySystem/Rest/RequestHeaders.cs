using Agency.Adapter.Outgoing;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest;

/// <summary>The axis's own request headers.</summary>
internal static class RequestHeaders
{
    public const string IdempotencyKey = "Idempotency-Key";
    public const string CheckedBy = "Axis-Checked-By";
    public const string CheckerPosition = "Axis-Checker-Position";
    private const int LongestKey = 200;

    /// <summary>The key chosen by the local system, or <c>null</c>.</summary>
    /// <exception cref="RefusedException">It is there and no key.</exception>
    public static string? ReadIdempotencyKey(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(IdempotencyKey, out var values))
        {
            return null;
        }

        var key = values.ToString().Trim();
        return values.Count == 1 && key.Length is > 0 and <= LongestKey && !key.Any(char.IsControl)
            ? key
            : throw new RefusedException(Finding.Refuse(ErrorCatalogue.IdempotencyKeyInvalid, IdempotencyKey));
    }

    /// <summary>Who checked, each header in UTF-8 or percent-encoded UTF-8; <c>null</c> when nobody is named.</summary>
    /// <exception cref="RefusedException">It is there and no name.</exception>
    public static NamedChecker? ReadCheckedBy(HttpRequest request) => CheckerNames.Read(
        Read(request, CheckedBy), Read(request, CheckerPosition), CheckedBy, CheckerPosition);

    private static string? Read(HttpRequest request, string header) =>
        request.Headers.TryGetValue(header, out var values) ? Uri.UnescapeDataString(values.ToString()) : null;
}
