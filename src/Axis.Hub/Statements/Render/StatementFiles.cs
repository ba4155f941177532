using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;
using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Render;

/// <summary>Makes the files of a statement. The same statement gives the same bytes; a PDF differs by its signature only.</summary>
/// <param name="seal">The axis's sealing certificate with its key, which signs the PDF.</param>
/// <param name="time">When it signs.</param>
/// <param name="intermediates">Authorities between it and its root.</param>
internal sealed class StatementFiles(X509Certificate2 seal, TimeProvider time, IEnumerable<X509Certificate2> intermediates) : IDisposable
{
    // Readers of a PDF know no registry of certificates, so the signature carries its own and what leads to the root.
    private readonly Sealer signer = new(seal, time, embedCertificate: true, intermediates);

    /// <summary>The file of one format.</summary>
    /// <param name="statement">The content.</param>
    /// <param name="version">Its version.</param>
    /// <param name="issuedAt">When that was issued.</param>
    /// <param name="format">The format.</param>
    public byte[] Of(Statement statement, int version, DateTimeOffset issuedAt, StatementFormat format) => format switch
    {
        StatementFormat.Json => StatementJson.Write(statement),
        StatementFormat.Csv => CsvStatement.Write(statement, version, issuedAt),
        StatementFormat.Xlsx => XlsxStatement.Write(statement, version, issuedAt),
        StatementFormat.Pdf => SignedPdf.Sign(PdfStatement.Draw(statement, version, issuedAt, seal), signer),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    /// <summary>What the file is called, <c>statement-H37-2026-11-25-v2.pdf</c>.</summary>
    public static string NameOf(Statement statement, int version, StatementFormat format) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"statement-{statement.Agency.Code}-{statement.Day:yyyy-MM-dd}-v{version}.{format.ToString().ToLowerInvariant()}");

    /// <summary>Its type on the web.</summary>
    public static string TypeOf(StatementFormat format) => format switch
    {
        StatementFormat.Json => "application/json",
        StatementFormat.Csv => "text/csv; charset=utf-8",
        StatementFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        StatementFormat.Pdf => "application/pdf",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    public void Dispose() => signer.Dispose();
}
