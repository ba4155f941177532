using System.Globalization;
using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.Reconcile;
using Agency.Adapter.Served;
using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;

namespace Agency.Adapter.AgencySystem.Rest.Reconciliations;

/// <summary>How the adapter's books and the hub's differ, for the key's agencies.</summary>
internal static class ReconciliationEndpoints
{
    private const int LongestDays = 400;

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapPost("reconciliations/{day}", PostAsync)
            .Produces<ReconciliationAnswer>()
            .Explain("Compare the books of a day now",
                "The adapter posts what it has of the day, and what is not at rest before it, to the hub; the answer lists what is `missing` here, `extra` here or `different`, each with what to do. What moved in the last ten minutes is on its way and no difference. The adapter does this by itself every night.",
                Examples.Reconciliation, ErrorCatalogue.AgencyNotOfKey, ErrorCatalogue.MemberInvalid, ErrorCatalogue.BooksDayOutside, ErrorCatalogue.HubAway);
        v1.MapGet("reconciliations", List)
            .Produces<ReconciliationPage>()
            .Explain("The hub's last answers", "The last 30 days, or the days `from` to `to` (both included, 400 at most), the newest first; from the spool, also while the hub is away. `refused` names days whose books the hub has refused for good, with why: they are posted no more until `POST` does it.",
                Examples.Reconciliations, ErrorCatalogue.AgencyNotOfKey, ErrorCatalogue.MemberInvalid);
        v1.MapPost("reconciliations/differences/{id:guid}/close", CloseAsync)
            .Accepts<CloseDifferenceBody>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .Explain("Say that a difference was dealt with",
                """
                `id` is the difference's; everything about that submission or delivery that is your agency's to deal with (`acts` is `agency`) is closed, with a `reason`, in the agency's name. It shows on the
                day's statement as closed, is told no more, and opens again only when the books say something else. What heals by itself, or is the operators' to deal with, is not closed here.
                The same said again changes nothing.
                """,
                null, ErrorCatalogue.NotFoundHere, ErrorCatalogue.AgencyNotNamed, ErrorCatalogue.AgencyNotOfKey, ErrorCatalogue.MemberMissing, ErrorCatalogue.ReasonRequired,
                ErrorCatalogue.NoteTooLong, ErrorCatalogue.ActorUnnamed, ErrorCatalogue.BooksCloseByOperators, ErrorCatalogue.HubAway);
    }

    private static async Task<IResult> CloseAsync(HttpContext context, Guid id, CloseDifferences differences, CancellationToken cancellation)
    {
        await differences.CloseAsync(context.Caller(), id, await RestJson.ReadAsync<CloseDifferenceBody>(context.Request.Body, cancellation), cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> PostAsync(HttpContext context, string day, string? agency, PostBooks books, ServedAgencies served, CancellationToken cancellation)
    {
        var shown = context.Agencies(agency);
        var answer = await books.PostAsync(Day(day, "day")!.Value, cancellation);
        return Results.Json(Part(answer, shown, served), RestJson.Options);
    }

    private static IResult List(HttpContext context, string? agency, string? from, string? to, PostBooks books, ServedAgencies served, TimeProvider time)
    {
        var shown = context.Agencies(agency);
        var last = Day(to, "to") ?? VietnamTime.DateOf(time.GetUtcNow());
        var first = Day(from, "from") ?? last.AddDays(-30);
        if (last.DayNumber - first.DayNumber > LongestDays)
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, "from", "from", string.Create(CultureInfo.InvariantCulture, $"{LongestDays}")));
        }

        return Results.Json(
            new ReconciliationPage(
                [.. books.List(first, last).Select(one => Part(one.Answer, shown, served))],
                [.. books.ListRefused(first, last).Select(one => new RefusedDay(one.Day, one.Finding.Code, one.Finding.Vietnamese, one.Finding.English, one.RefusedAt))]),
            RestJson.Options);
    }

    /// <summary>What concerns these agencies; what concerns none in particular is for all.</summary>
    private static ReconciliationAnswer Part(ReconciliationAnswer answer, IReadOnlyList<AgencyOptions> shown, ServedAgencies served)
    {
        BookDifference[] own = [.. answer.Differences.Where(one => one.Agency is null || (served.HomeOf(one.Agency) is { } home && shown.Contains(home)))];
        return answer with
        {
            Differences = own,
            Missing = own.Count(one => one.Kind == DifferenceKind.Missing),
            Extra = own.Count(one => one.Kind == DifferenceKind.Extra),
            Different = own.Count(one => one.Kind == DifferenceKind.Different),
        };
    }

    private static DateOnly? Day(string? text, string member) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, member, member, "yyyy-MM-dd"));
}

/// <summary>Answers of the hub.</summary>
/// <param name="Items">The newest day first.</param>
/// <param name="Refused">Days whose books the hub has refused for good, the newest first.</param>
internal sealed record ReconciliationPage(IReadOnlyList<ReconciliationAnswer> Items, IReadOnlyList<RefusedDay> Refused);

/// <summary>A day whose books the hub has refused.</summary>
/// <param name="Day">The day in Vietnam.</param>
/// <param name="Code">Why, a code of the error catalogue.</param>
/// <param name="Vietnamese">Why, in Vietnamese.</param>
/// <param name="English">Why, in English.</param>
/// <param name="RefusedAt">When, UTC.</param>
internal sealed record RefusedDay(DateOnly Day, string Code, string Vietnamese, string English, DateTimeOffset RefusedAt);
