using System.Globalization;
using Agency.Adapter.AgencySystem.Rest;
using Agency.Adapter.AgencySystem.Rest.Items;
using Agency.Adapter.AgencySystem.Rest.Packages;
using Agency.Adapter.AgencySystem.Rest.Statements;
using Agency.Adapter.HubLink;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>The page of an agency's office: what stands in its stocks today, what it does about it, and its statements.</summary>
internal static class OfficeEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(ClerkPaths.Office, ShowAsync);
        pages.MapPost("/check/office/{id:guid}", ActAsync);
        pages.MapGet("/check/office/statements/{agency}/{day}/{version:int}.{format}", FindStatement);
    }

    private static Task<IResult> ShowAsync(HttpContext context, string? after, ClerkSessions sessions, ClerkPages show, ShowOffice office, CancellationToken cancellation) =>
        ClerkComponent.WithSessionAsync(context, sessions, async session =>
            await show.ShowAsync<OfficePage>(context, new() { [nameof(OfficePage.Model)] = await office.ShowAsync(session, after, cancellation) }), cancellation);

    private static Task<IResult> ActAsync(
        HttpContext context, Guid id, ClerkSessions sessions, FormFolder folder, AdapterOptions options, ActOnItems acts, CancellationToken cancellation) =>
        ClerkComponent.WithSessionAsync(context, sessions, async session =>
        {
            using var form = await ClerkComponent.ReadAsync(context, session, folder, options, cancellation);
            if (form["act"].Length == 0)
            {
                return ClerkComponent.GoTo(context, ClerkPaths.Office);
            }

            try
            {
                await acts.ActAsync(session.Caller, id, BodyOf(form), cancellation);
            }
            catch (RefusedException refused)
            {
                session.Faults = refused.Findings;
            }
            catch (HubRefusedException refused)
            {
                session.Faults = [refused.Finding];
            }
            catch (HubAwayException)
            {
                session.Faults = [Finding.Refuse(ErrorCatalogue.HubAway, "")];
            }

            return ClerkComponent.GoTo(context, ClerkPaths.Office);
        }, cancellation);

    private static ActBody BodyOf(PostedForm form) => new(
        Enum.TryParse<ItemAct>(form["act"], out var act) && Enum.IsDefined(act) ? act : null, Text(form["agency"]), Text(form["note"]),
        act == ItemAct.Promise && DateOnly.TryParseExact(form["promisedOn"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null, Text(form["by"]));

    private static string? Text(string field) => field.Trim() is { Length: > 0 } text ? text : null;

    private static Task<IResult> FindStatement(
        HttpContext context, string agency, string day, int version, string format, ClerkSessions sessions, FindStatements statements, CancellationToken cancellation) =>
        ClerkComponent.WithSessionAsync(context, sessions, session =>
            Task.FromResult(statements.File(context, session.Caller, StatementEndpoints.Day(day, "day")!.Value, format, agency, version)), cancellation);
}
