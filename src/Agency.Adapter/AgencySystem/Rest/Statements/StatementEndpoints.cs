using System.Globalization;
using Agency.Adapter.AgencySystem.Rest.Describe;
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

    private static IResult List(HttpContext context, string? agency, string? from, string? to, FindStatements statements, TimeProvider time)
    {
        var shown = context.Agencies(agency);
        var last = Day(to, "to") ?? VietnamTime.DateOf(time.GetUtcNow());
        var first = Day(from, "from") ?? last.AddDays(-30);
        return last.DayNumber - first.DayNumber > LongestDays
            ? throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, "from", "from", string.Create(CultureInfo.InvariantCulture, $"{LongestDays}")))
            : Results.Json(new StatementPage([.. statements.List(shown, first, last)]), RestJson.Options);
    }

    private static IResult Find(HttpContext context, string day, string format, string? agency, int? version, FindStatements statements) =>
        statements.File(context, context.Caller(), Day(day, "day")!.Value, format, agency, version);

    /// <summary>A day of a call; null when it names none.</summary>
    /// <exception cref="RefusedException">It is no day.</exception>
    public static DateOnly? Day(string? text, string member) => text is null ? null
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
