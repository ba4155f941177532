using System.Buffers;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Sealing;

/// <summary>What a manifest may say, the same for writing and reading.</summary>
internal static class ManifestRules
{
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    private const long MaxExactInteger = 9_007_199_254_740_991;

    /// <summary>The first rule the manifest breaks, or <c>null</c>.</summary>
    public static Finding? FirstFault(Manifest manifest)
    {
        if (manifest.Version != Manifest.CurrentVersion)
        {
            return Finding.Refuse(ErrorCatalogue.ManifestVersionUnknown, "/version", manifest.Version);
        }

        bool isStatus = manifest.Kind == Manifest.Status;
        if (!isStatus && manifest.Kind != Manifest.Edoc)
        {
            return Member("kind", "edoc | status");
        }

        if (!IsCode(manifest.Sender))
        {
            return Member("sender", $"1..{Manifest.MaxCodeLength}");
        }

        if (manifest.Receivers is not { Count: > 0 and <= Manifest.MaxReceivers })
        {
            return Member("receivers", $"1..{Manifest.MaxReceivers}");
        }

        for (int i = 0; i < manifest.Receivers.Count; i++)
        {
            if (!IsCode(manifest.Receivers[i]))
            {
                return Member($"receivers/{i}", $"1..{Manifest.MaxCodeLength}");
            }
        }

        if (manifest.CheckedBy is { } checker && !Checker.IsName(checker.Name))
        {
            return Member("checkedBy/name", $"1..{Checker.MaxLength}");
        }

        if (manifest.CheckedBy?.Position is { } position && !Checker.IsName(position))
        {
            return Member("checkedBy/position", $"1..{Checker.MaxLength}");
        }

        if (!IsSha256(manifest.PackageSha256))
        {
            return Member("packageSha256", "64 lower-case hex digits");
        }

        if (manifest.PackageLength is < 1 or > MaxExactInteger)
        {
            return Member("packageLength", $"1..{MaxExactInteger}");
        }

        if (!isStatus && manifest.TargetDelivery is not null)
        {
            return Member("targetDelivery", "status only");
        }

        return manifest.TargetDoneAt is not null && manifest.TargetDelivery is null
            ? Member("targetDoneAt", "targetDelivery is absent")
            : null;
    }

    public static Finding Member(string name, string rule) =>
        Finding.Refuse(ErrorCatalogue.ManifestMember, "/" + name, name, rule);

    public static bool IsSha256(string? text) =>
        text is { Length: 64 } && !text.AsSpan().ContainsAnyExcept(LowerHex);

    /// <summary>Codes are spelled as the package spells them, but a lone surrogate has no UTF-8 form.</summary>
    private static bool IsCode(string? code) => IsText(code, Manifest.MaxCodeLength);

    /// <summary>True for 1 to <paramref name="most"/> UTF-16 units without control characters and lone surrogates.</summary>
    public static bool IsText(string? text, int most)
    {
        if (text is null || text.Length == 0 || text.Length > most)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return false;
                }

                i++;
            }
            else if (char.IsControl(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
