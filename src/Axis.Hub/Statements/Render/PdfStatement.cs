using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Calendar;
using Axis.Contracts.Statements;
using Axis.Hub.Ledger;
using PdfSharp.Pdf;

namespace Axis.Hub.Statements.Render;

/// <summary>A statement on paper: one page of figures, then the agencies below and the lists.</summary>
internal static class PdfStatement
{
    public static PdfDocument Draw(Statement statement, int version, DateTimeOffset issuedAt, X509Certificate2 seal)
    {
        var document = new PdfDocument();
        document.Info.Title = $"{StatementTerms.Title.Vi}, {statement.Agency.NameVi}, {Day(statement.Day)}";
        document.Info.Author = HubAgency.NameVi;
        document.Info.Creator = "Axis";
        document.Info.CreationDate = issuedAt.UtcDateTime;
        document.PageLayout = PdfPageLayout.SinglePage;
        document.Language = "vi-VN";
        using var pages = new PdfPages(document);
        PdfFrontPage.Draw(pages, statement, version, issuedAt, seal);
        PdfListPages.Draw(pages, statement);
        pages.Number($"{statement.Agency.NameVi} ({statement.Agency.Code}) – {Day(statement.Day)} – phiên bản {version} – lập lúc {VietnamTime.Show(issuedAt)}");
        return document;
    }

    /// <summary>A day as people read it.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
