using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Sealing;

/// <summary>Reads a manifest strictly. The last step compares with the canonical form, so two readers never differ.</summary>
internal static class ManifestReader
{
    private static readonly JsonDocumentOptions Strict = new()
    {
        MaxDepth = 2, AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow, AllowDuplicateProperties = false,
    };

    private static readonly string[] Members =
    [
        "checkedBy", "kind", "packageLength", "packageSha256", "receivers", "sealedAt", "sender", "submissionId",
        "targetDelivery", "targetDoneAt", "version",
    ];

    private static readonly string[] CheckerMembers = ["at", "name", "position"];

    public static ManifestOutcome Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Manifest.MaxBytes)
        {
            return Refuse(Finding.Refuse(ErrorCatalogue.ManifestTooLarge, "", Manifest.MaxBytes));
        }

        // The JSON reader checks text only when it is asked for it.
        if (!Utf8.IsValid(bytes))
        {
            return Refuse(Finding.Refuse(ErrorCatalogue.ManifestForm, "", "UTF-8"));
        }

        byte[] copy = bytes.ToArray();
        Manifest manifest;
        try
        {
            using JsonDocument document = JsonDocument.Parse(copy, Strict);
            manifest = Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            return Refuse(Finding.Refuse(ErrorCatalogue.ManifestForm, "", Where(broken)));
        }
        catch (InvalidOperationException)
        {
            // The reader's answer to an escaped lone surrogate in a member's name.
            return Refuse(Finding.Refuse(ErrorCatalogue.ManifestForm, "", "UTF-16"));
        }
        catch (FaultException fault)
        {
            return Refuse(fault.Finding);
        }

        if (ManifestRules.FirstFault(manifest) is { } broke)
        {
            return Refuse(broke);
        }

        return bytes.SequenceEqual(ManifestWriter.Write(manifest))
            ? new ManifestOutcome.Accepted(manifest)
            : Refuse(Finding.Refuse(ErrorCatalogue.ManifestNotCanonical, ""));
    }

    private static Manifest Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FaultException(Finding.Refuse(ErrorCatalogue.ManifestForm, "", root.ValueKind));
        }

        // The version decides what every other member means, so it is judged first wherever it stands.
        if (!root.TryGetProperty("version", out JsonElement version))
        {
            throw Fault("version", "absent");
        }

        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out int number) || number != Manifest.CurrentVersion)
        {
            string raw = version.GetRawText();
            throw new FaultException(Finding.Refuse(
                ErrorCatalogue.ManifestVersionUnknown, "/version", raw.Length <= 40 ? raw : raw[..40]));
        }

        RefuseUnknown(root, Members);
        return new Manifest(
            number, Id(root, "submissionId") ?? throw Fault("submissionId", "absent"), Text(root, "kind"), Text(root, "sender"),
            Receivers(root), Text(root, "packageSha256"), Length(root), Time(root, "sealedAt") ?? throw Fault("sealedAt", "absent"),
            Id(root, "targetDelivery"), Time(root, "targetDoneAt"), CheckedBy(root));
    }

    private static Checker? CheckedBy(JsonElement root)
    {
        if (!root.TryGetProperty("checkedBy", out JsonElement checker))
        {
            return null;
        }

        if (checker.ValueKind != JsonValueKind.Object)
        {
            throw Fault("checkedBy", "object");
        }

        RefuseUnknown(checker, CheckerMembers);
        return new Checker(Text(checker, "name"), Time(checker, "at") ?? throw Fault("checkedBy/at", "absent"), Optional(checker, "position"));
    }

    private static void RefuseUnknown(JsonElement part, string[] members)
    {
        foreach (JsonProperty member in part.EnumerateObject())
        {
            if (!Array.Exists(members, member.NameEquals))
            {
                string name = JsonMarshal.GetRawUtf8PropertyName(member) is var raw && raw.Length <= 40
                    ? Encoding.UTF8.GetString(raw) : "...";
                throw Fault(name, "unknown");
            }
        }
    }

    private static string Text(JsonElement root, string name) => Optional(root, name) ?? throw Fault(name, "absent");

    private static string? Optional(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) ? StringOf(value, name) : null;

    private static string StringOf(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw Fault(name, "string");
        }

        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate.
            throw Fault(name, "UTF-8");
        }
    }

    private static List<string> Receivers(JsonElement root)
    {
        if (!root.TryGetProperty("receivers", out JsonElement array) || array.ValueKind != JsonValueKind.Array)
        {
            throw Fault("receivers", "array");
        }

        if (array.GetArrayLength() is < 1 or > Manifest.MaxReceivers)
        {
            throw Fault("receivers", $"1..{Manifest.MaxReceivers}");
        }

        return [.. array.EnumerateArray().Select((item, index) => StringOf(item, $"receivers/{index}"))];
    }

    private static long Length(JsonElement root) =>
        root.TryGetProperty("packageLength", out JsonElement value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out long length)
            ? length
            : throw Fault("packageLength", "integer");

    private static Guid? Id(JsonElement root, string name) =>
        Optional(root, name) is not { } text ? null
        : Guid.TryParseExact(text, "D", out Guid id) ? id : throw Fault(name, "GUID");

    private static DateTimeOffset? Time(JsonElement root, string name) =>
        Optional(root, name) is not { } text ? null
        : DateTimeOffset.TryParseExact(text, ManifestWriter.TimeFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : throw Fault(name, "yyyy-MM-ddTHH:mm:ss.fffZ");

    private static string Where(JsonException broken) => $"JSON, {broken.LineNumber ?? 0}:{broken.BytePositionInLine ?? 0}";

    private static FaultException Fault(string name, string rule) => new(ManifestRules.Member(name, rule));

    private static ManifestOutcome.Refused Refuse(Finding finding) => new(finding);

    /// <summary>Carries a finding out of the nested readers; never leaves this class.</summary>
    private sealed class FaultException(Finding finding) : Exception
    {
        public Finding Finding { get; } = finding;
    }
}
