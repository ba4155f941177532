using System.Globalization;
using Axis.Contracts.Calendar;
using Axis.Contracts.Edxml;
using Axis.Hub.Ledger;
using Axis.Hub.Statements.Issue;

namespace Axis.Hub.Statements.Deliver;

/// <summary>The edXML package in which an agency gets its statements: a report of the axis, with the files of every day that the run has issued anew.</summary>
internal static class StatementPackage
{
    public const string TypeName = "Báo cáo";
    public const string Notation = "BC-TLT";

    /// <param name="axis">Code of the axis.</param>
    /// <param name="receiver">The agency's code.</param>
    /// <param name="rows">Versions, by day.</param>
    /// <param name="files">Their files.</param>
    /// <param name="now">When it is written.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<byte[]> WriteAsync(
        string axis, string receiver, IReadOnlyList<StatementRow> rows, IReadOnlyList<StatementFile> files, DateTimeOffset now, CancellationToken cancellation)
    {
        var today = VietnamTime.DateOf(now);
        var last = rows[^1];
        var number = NumberOf(rows);
        using var stream = new MemoryStream();
        await PackageWriter.WriteEdocAsync(stream, new EdocDraft(
            new EdocHeader
            {
                From = new Organization(axis) { OrganName = HubAgency.NameVi },
                To = [new Organization(receiver)],
                DocumentId = string.Create(CultureInfo.InvariantCulture, $"{axis},{today:yyyy/MM/dd},{number}/{Notation}/{receiver}/{last.RunId:N}"),
                Code = new DocumentCode(number, Notation),
                Place = "Hà Nội",
                PromulgationDate = today,
                TypeName = TypeName,
                Subject = SubjectOf(rows),
                Signer = new Signer("TL. TRỤC LIÊN THÔNG", "Hệ thống giám sát", HubAgency.NameVi),
                Priority = 0,
            },
            [.. files.Select(file => new AttachmentDraft(file.Name, () => new MemoryStream(file.Bytes, writable: false)))])
        {
            Traces = [new TraceHeader(axis, now.ToOffset(VietnamTime.Offset))],
        }, cancellation);
        return stream.ToArray();
    }

    /// <summary>Number of the document: the last day.</summary>
    public static string NumberOf(IReadOnlyList<StatementRow> rows) => rows[^1].Day.ToString("ddMMyyyy", CultureInfo.InvariantCulture);

    /// <summary>What it is about.</summary>
    public static string SubjectOf(IReadOnlyList<StatementRow> rows)
    {
        var shown = rows[^1].Day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return rows.Count == 1
            ? $"Báo cáo gửi, nhận văn bản điện tử ngày {shown}"
            : $"Báo cáo gửi, nhận văn bản điện tử ngày {shown}, kèm bản đính chính của {rows.Count - 1} ngày trước";
    }
}

/// <summary>One file of a statement.</summary>
internal sealed record StatementFile(string Name, byte[] Bytes);
