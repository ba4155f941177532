using System.Security.Cryptography;
using System.Text;

namespace Agency.Adapter.AgencySystem.Webhook;

/// <summary>Headers of a call, and the signature that proves who made it, and when.</summary>
internal static class WebhookSignature
{
    /// <summary><c>sha256=</c> and lower-case hex of HMAC-SHA256 over time, a dot and the body (RFC 2104).</summary>
    public const string Header = "X-Axis-Signature";

    /// <summary>Time of the call, Unix seconds.</summary>
    public const string TimeHeader = "X-Axis-Timestamp";

    /// <summary>What is told: <c>alert</c>.</summary>
    public const string EventHeader = "X-Axis-Event";

    /// <summary>Alert id and version: the same at every try, so that the other side can fold repeats.</summary>
    public const string DeliveryHeader = "X-Axis-Delivery";

    /// <summary>The value of <see cref="Header"/>.</summary>
    public static string Of(string secret, string time, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.ASCII.GetBytes(time + "."));
        hash.AppendData(body);
        return "sha256=" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
