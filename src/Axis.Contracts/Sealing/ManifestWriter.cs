using System.Buffers;
using System.Globalization;
using System.Text;

namespace Axis.Contracts.Sealing;

/// <summary>The canonical form (RFC 8785). Members are written in the order of their names, so nothing is sorted at run time.</summary>
internal static class ManifestWriter
{
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly SearchValues<char> Escaped = SearchValues.Create("\"\\");

    public static byte[] Write(Manifest manifest)
    {
        var json = new StringBuilder(512);
        json.Append('{');
        if (manifest.CheckedBy is { } checker)
        {
            json.Append("\"checkedBy\":{\"at\":\"").Append(Time(checker.At)).Append("\",\"name\":");
            Text(json, checker.Name);
            if (checker.Position is { } position)
            {
                json.Append(",\"position\":");
                Text(json, position);
            }

            json.Append("},");
        }

        json.Append("\"kind\":");
        Text(json, manifest.Kind);
        json.Append(",\"packageLength\":").Append(manifest.PackageLength.ToString(CultureInfo.InvariantCulture));
        json.Append(",\"packageSha256\":");
        Text(json, manifest.PackageSha256);
        json.Append(",\"receivers\":[");
        for (int i = 0; i < manifest.Receivers.Count; i++)
        {
            if (i > 0)
            {
                json.Append(',');
            }

            Text(json, manifest.Receivers[i]);
        }

        json.Append("],\"sealedAt\":\"").Append(Time(manifest.SealedAt)).Append("\",\"sender\":");
        Text(json, manifest.Sender);
        json.Append(",\"submissionId\":\"").Append(manifest.SubmissionId.ToString("D")).Append('"');
        if (manifest.TargetDelivery is { } delivery)
        {
            json.Append(",\"targetDelivery\":\"").Append(delivery.ToString("D")).Append('"');
        }

        if (manifest.TargetDoneAt is { } done)
        {
            json.Append(",\"targetDoneAt\":\"").Append(Time(done)).Append('"');
        }

        json.Append(",\"version\":").Append(manifest.Version.ToString(CultureInfo.InvariantCulture)).Append('}');
        return Encoding.UTF8.GetBytes(json.ToString());
    }

    private static string Time(DateTimeOffset time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The rules let no control character in, so of RFC 8785's escapes only these two are left.</summary>
    private static void Text(StringBuilder json, string text)
    {
        json.Append('"');
        if (text.AsSpan().IndexOfAny(Escaped) < 0)
        {
            json.Append(text);
        }
        else
        {
            foreach (char c in text)
            {
                if (Escaped.Contains(c))
                {
                    json.Append('\\');
                }

                json.Append(c);
            }
        }

        json.Append('"');
    }
}
