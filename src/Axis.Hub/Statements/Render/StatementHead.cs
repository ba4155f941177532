using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Render;

/// <summary>What a statement is of, and which version.</summary>
internal static class StatementHead
{
    public static IEnumerable<(Term Name, object Value)> Of(Statement statement, int version, DateTimeOffset issuedAt)
    {
        yield return (new("Mã cơ quan", "Agency code"), statement.Agency.Code);
        yield return (new("Cơ quan", "Agency (vi)"), statement.Agency.NameVi);
        yield return (new("Tên tiếng Anh", "Agency (en)"), statement.Agency.NameEn);
        if (statement.Agency.Pilot)
        {
            yield return (StatementTerms.Pilot, "có / yes");
        }

        yield return (new("Ngày", "Day"), statement.Day);
        yield return (new("Tính đến, giờ Việt Nam", "Until, time of Vietnam"), statement.Until);
        yield return (new("Phiên bản", "Version"), version);
        yield return (new("Lập lúc, giờ Việt Nam", "Issued, time of Vietnam"), issuedAt);
    }
}
