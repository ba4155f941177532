using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Agency.Adapter.AgencySystem.Rest;

/// <summary>Keys of local systems. Only their hashes are kept: 256 random bits need no slow hash.</summary>
internal static class LocalKey
{
    private const string Prefix = "sha256:";
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>A new key, shown once to whoever installs the local system.</summary>
    public static string Create() => "axk_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>What <see cref="AgencyOptions.Keys"/> holds for a key.</summary>
    public static string Hash(string key) => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>True for an entry of <see cref="AgencyOptions.Keys"/>; a key in the clear is none.</summary>
    public static bool IsHash(string entry) =>
        entry.StartsWith(Prefix, StringComparison.Ordinal) && entry.Length == Prefix.Length + 64
        && entry.AsSpan(Prefix.Length).IndexOfAnyExcept(HexDigits) < 0;
}
