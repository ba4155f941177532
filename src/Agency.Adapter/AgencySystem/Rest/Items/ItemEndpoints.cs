using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.HubLink;
using Agency.Adapter.Served;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;

namespace Agency.Adapter.AgencySystem.Rest.Items;

/// <summary>What stands in the stocks of the key's agencies now, and what they do about it. Both are the hub's: here is only asked.</summary>
internal static class ItemEndpoints
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("items", ListAsync)
            .Produces<OpenItemPage>()
            .Explain("What stands in your stocks now",
                """
                The four that must be zero, by the rules of the daily statement: `sendErrors`, `receiveErrors`, `backlog`, `noReply`; and what a sender sees of the others' backlog and silence:
                `notArrived`, `unanswered`. `counts` are of everything, `items` a page of it, with who has to act, why, and what you can do. `next` of one page is `after` of the next one.
                Read from the hub.
                """,
                Examples.Items, ErrorCatalogue.AgencyNotOfKey, ErrorCatalogue.MemberInvalid, ErrorCatalogue.HubAway);
        v1.MapPost("items/{id:guid}/acts", ActAsync)
            .Accepts<ActBody>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .Explain("Do something about an item",
                """
                `act` is one of the item's `can`: `resend` starts a new attempt of a failed delivery; `close` gives a failure or a refusal up, with a reason in `note`; `promise` says by which day
                (`promisedOn`) it will be dealt with; `wait` says, in `note`, that the other side has to act. Each is kept in the item's history in your agency's name and shows on the next statement.
                The same said again changes nothing.
                """,
                null, ErrorCatalogue.NotFoundHere, ErrorCatalogue.AgencyNotNamed, ErrorCatalogue.AgencyNotOfKey, ErrorCatalogue.MemberMissing, ErrorCatalogue.ReasonRequired,
                ErrorCatalogue.ItemAtRest, ErrorCatalogue.ResendNotFailed, ErrorCatalogue.ResendReplaced, ErrorCatalogue.ResendRefused, ErrorCatalogue.CloseNotFailed,
                ErrorCatalogue.PromiseDayInvalid, ErrorCatalogue.ActorUnnamed, ErrorCatalogue.NoteTooLong, ErrorCatalogue.HubAway);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, string? agency, string? list, string? after, int? limit, IHubApi hub, ServedAgencies served, CancellationToken cancellation)
    {
        var shown = context.Agencies(agency);
        var page = await hub.ListItemsAsync([.. shown.Select(one => one.Code)], ReadList(list), after, Page.Limit(limit), cancellation);

        // The hub answers for whatever these agencies are served for; one beneath them with a key of its own is not theirs.
        return Results.Json(
            page with { Counts = [.. page.Counts.Where(count => IsShown(count.Agency))], Items = [.. page.Items.Where(item => IsShown(item.Agency))] }, RestJson.Options);

        bool IsShown(string code) => served.HomeOf(code) is { } home && shown.Contains(home);
    }

    private static OpenItemList? ReadList(string? word) => word switch
    {
        null => null,
        _ when Enum.TryParse<OpenItemList>(word, ignoreCase: true, out var list) && Enum.IsDefined(list) && !char.IsDigit(word[0]) => list,
        _ => throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, "list", "list", "sendErrors, receiveErrors, backlog, noReply, notArrived, unanswered")),
    };

    private static async Task<IResult> ActAsync(HttpContext context, Guid id, IHubApi hub, ServedAgencies served, CancellationToken cancellation)
    {
        var body = await RestJson.ReadAsync<ActBody>(context.Request.Body, cancellation);
        if (body.Act is not { } act)
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberMissing, "/act", "act"));
        }

        await hub.ActAsync(id, new(act, AgencyOf(context.Caller(), body.Agency, served), body.Note, body.PromisedOn, body.By), cancellation);
        return Results.NoContent();
    }

    /// <summary>The key's agency, or one beneath it that has no key of its own.</summary>
    private static string AgencyOf(Caller caller, string? named, ServedAgencies served) =>
        named is not null && caller.Find(named) is null && served.HomeOf(named) is { } home && caller.Agencies.Contains(home) ? named : caller.Speaker(named, null).Code;
}

/// <summary>What is to be done about an item.</summary>
/// <param name="Act">What.</param>
/// <param name="Agency">In whose name; may be left out with a key of one agency.</param>
/// <param name="Note">Reason or remark, 1000 characters at most.</param>
/// <param name="PromisedOn">The promised day.</param>
/// <param name="By">Who does it.</param>
internal sealed record ActBody(ItemAct? Act = null, string? Agency = null, string? Note = null, DateOnly? PromisedOn = null, string? By = null);
