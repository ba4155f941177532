using System.Globalization;
using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Agency.Adapter.Statements;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest.Statements;

/// <summary>Finds statements of the caller's agencies.</summary>
internal sealed class FindStatements(StatementFiles files, ServedAgencies served)
{
    /// <summary>What is here of these days, the newest day and version first.</summary>
    public IEnumerable<StatementBody> List(IReadOnlyList<AgencyOptions> shown, DateOnly first, DateOnly last) => files.List(first, last)
        .Where(file => served.HomeOf(file.Agency) is { } home && shown.Contains(home))
        .GroupBy(file => (file.Agency, file.Day, file.Version))
        .Select(same => new StatementBody(same.Key.Agency, same.First().Date, (int)same.Key.Version, same.First().ReceivedAt.Time(), [.. same.Select(file => file.Format)]));

    /// <summary>One file as an answer.</summary>
    /// <exception cref="RefusedException">It is not here, or not the caller's.</exception>
    public IResult File(HttpContext context, Caller caller, DateOnly day, string format, string? agency, int? version)
    {
        var type = format switch
        {
            "json" => "application/json",
            "csv" => "text/csv; charset=utf-8",
            "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "pdf" => "application/pdf",
            _ => throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, "format", "format", "json, csv, xlsx, pdf")),
        };
        var one = caller.Speaker(agency, null);
        var file = files.Find(one.Code, day, version, format)
            ?? throw new RefusedException(Finding.Refuse(ErrorCatalogue.StatementNotFound, "", one.Code, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(file.Bytes, type, $"statement-{file.Agency}-{day:yyyy-MM-dd}-v{file.Version}.{format}");
    }
}
