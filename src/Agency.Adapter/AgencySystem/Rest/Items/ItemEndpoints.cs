using Agency.Adapter.AgencySystem.Rest.Describe;
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
                `notArrived`, `unanswered`. `counts` are of everything, `items` a page of it (refusals first, then deliveries), with who has to act, why, and what you can do. `next` of one page is `after` of the next one.
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

    private static async Task<IResult> ListAsync(HttpContext context, string? agency, string? list, string? after, int? limit, FindItems items, CancellationToken cancellation) =>
        Results.Json(await items.ListAsync(context.Agencies(agency), ReadList(list), after, Page.Limit(limit), cancellation), RestJson.Options);

    private static OpenItemList? ReadList(string? word) => word switch
    {
        null => null,
        _ when Enum.TryParse<OpenItemList>(word, ignoreCase: true, out var list) && Enum.IsDefined(list) && !char.IsDigit(word[0]) => list,
        _ => throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, "list", "list", "sendErrors, receiveErrors, backlog, noReply, notArrived, unanswered")),
    };

    private static async Task<IResult> ActAsync(HttpContext context, Guid id, ActOnItems acts, CancellationToken cancellation)
    {
        await acts.ActAsync(context.Caller(), id, await RestJson.ReadAsync<ActBody>(context.Request.Body, cancellation), cancellation);
        return Results.NoContent();
    }
}

/// <summary>What is to be done about an item.</summary>
/// <param name="Act">What.</param>
/// <param name="Agency">In whose name; may be left out with a key of one agency.</param>
/// <param name="Note">Reason or remark, 1000 characters at most.</param>
/// <param name="PromisedOn">The promised day.</param>
/// <param name="By">Who does it.</param>
internal sealed record ActBody(ItemAct? Act = null, string? Agency = null, string? Note = null, DateOnly? PromisedOn = null, string? By = null);
