using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest;

/// <summary>The axis's own request headers.</summary>
internal static class RequestHeaders
{
    public const string IdempotencyKey = "Idempotency-Key";
    public const string CheckedBy = "Axis-Checked-By";
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

    /// <summary>Name of the clerk who checked, in UTF-8 or percent-encoded UTF-8; <c>null</c> when absent.</summary>
    public static string? ReadCheckedBy(HttpRequest request)
    {
        var name = Uri.UnescapeDataString(request.Headers[CheckedBy].ToString()).Trim().Normalize();
        return name.Length <= LongestKey && !name.Any(char.IsControl)
            ? name.Length == 0 ? null : name
            : throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, CheckedBy, CheckedBy, "1-200"));
    }
}
