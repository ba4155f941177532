using System.Globalization;
using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Agency.Adapter.Statements;
using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;
using StatusCodes = Microsoft.AspNetCore.Http.StatusCodes;

namespace Agency.Adapter.AgencySystem.Rest.Statements;

/// <summary>The axis's daily statements for the key's agencies.</summary>
internal static class StatementEndpoints
{
    private const int LongestDays = 400;

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("statements", List)
            .Produces<StatementPage>()
            .Explain("Daily statements that have come",
                "The last 30 days, or the days `from` to `to` (both included, 400 at most), the newest first. A later version takes the place of the earlier one and says what differs.",
                Examples.Statements, ErrorCatalogue.AgencyNotOfKey, ErrorCatalogue.MemberInvalid);
        v1.MapGet("statements/{day}.{format}", Find)
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .Explain("One statement as a file", "`format` is `json`, `csv`, `xlsx` or `pdf`. The newest version, or the one that `version` names. A key of several agencies names one.",
                null, ErrorCatalogue.AgencyNotOfKey, ErrorCatalogue.AgencyNotNamed, ErrorCatalogue.MemberInvalid, ErrorCatalogue.StatementNotFound);
    }

    private static IResult List(HttpContext context, string? agency, string? from, string? to, StatementFiles files, ServedAgencies served, TimeProvider time)
    {
        var shown = context.Agencies(agency);
        var last = Day(to, "to") ?? VietnamTime.DateOf(time.GetUtcNow());
        var first = Day(from, "from") ?? last.AddDays(-30);
        if (last.DayNumber - first.DayNumber > LongestDays)
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, "from", "from", string.Create(CultureInfo.InvariantCulture, $"{LongestDays}")));
        }

        var items = files.List(first, last)
            .Where(file => served.HomeOf(file.Agency) is { } home && shown.Contains(home))
            .GroupBy(file => (file.Agency, file.Day, file.Version))
            .Select(same => new StatementBody(same.Key.Agency, same.First().Date, (int)same.Key.Version, same.First().ReceivedAt.Time(), [.. same.Select(file => file.Format)]));
        return Results.Json(new StatementPage([.. items]), RestJson.Options);
    }

    private static IResult Find(HttpContext context, string day, string format, string? agency, int? version, StatementFiles files)
    {
        var date = Day(day, "day")!.Value;
        var type = format switch
        {
            "json" => "application/json",
            "csv" => "text/csv; charset=utf-8",
            "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "pdf" => "application/pdf",
            _ => throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, "format", "format", "json, csv, xlsx, pdf")),
        };
        var one = context.Caller().Speaker(agency, null);
        var file = files.Find(one.Code, date, version, format)
            ?? throw new RefusedException(Finding.Refuse(ErrorCatalogue.StatementNotFound, "", one.Code, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(file.Bytes, type, $"statement-{file.Agency}-{date:yyyy-MM-dd}-v{file.Version}.{format}");
    }

    private static DateOnly? Day(string? text, string member) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, member, member, "yyyy-MM-dd"));
}

/// <summary>A statement that has come.</summary>
/// <param name="Agency">Whose it is.</param>
/// <param name="Day">The day in Vietnam.</param>
/// <param name="Version">From 1.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Formats">Files that there are of it.</param>
internal sealed record StatementBody(string Agency, DateOnly Day, int Version, DateTimeOffset ReceivedAt, IReadOnlyList<string> Formats);

/// <summary>Statements found.</summary>
/// <param name="Items">The newest day and version first.</param>
internal sealed record StatementPage(IReadOnlyList<StatementBody> Items);
