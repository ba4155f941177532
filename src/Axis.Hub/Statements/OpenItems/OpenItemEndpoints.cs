using System.Globalization;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Endpoint;

namespace Axis.Hub.Statements.OpenItems;

/// <summary>Open items over HTTPS, to the adapters whose agencies they concern.</summary>
internal static class OpenItemEndpoints
{
    private const int Usual = 100;
    private const int Most = 500;

    public static void MapOpenItems(this IEndpointRouteBuilder adapters)
    {
        var group = adapters.MapAdapterGroup();
        group.MapGet("/items", ListAsync);
        group.MapPost("/items/{id}/acts", ActAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, string[] agency, string? list, string? after, string? limit, OpenItemStore items, IAgencyRegistry registry, TimeProvider time)
    {
        OpenItemList? stock = null;
        if (list is not null)
        {
            if (!Enum.TryParse<OpenItemList>(list, ignoreCase: true, out var named) || !Enum.IsDefined(named) || char.IsDigit(list[0]))
            {
                return Problem.Of(ErrorCatalogue.MemberInvalid, "list", "list", "sendErrors, receiveErrors, backlog, noReply, notArrived, unanswered");
            }

            stock = named;
        }

        var cursor = after is null ? null : ItemCursor.Read(after);
        if (after is not null && cursor is null)
        {
            return Problem.Of(ErrorCatalogue.MemberInvalid, "after", "after", "next");
        }

        var most = Usual;
        if (limit is not null && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out most) || most is < 1 or > Most))
        {
            return Problem.Of(ErrorCatalogue.MemberInvalid, "limit", "limit", $"1-{Most}");
        }

        var directory = await registry.CurrentAsync(context.RequestAborted);
        var page = await items.ListAsync(
            AgenciesOf(directory, AdapterIdentity.Of(context).Adapter, agency, time.GetUtcNow()), stock, cursor, most, context.RequestAborted);
        return Results.Json(page, WireJson.Options);
    }

    /// <summary>
    /// The agencies that the adapter serves, with those that were merged into them; of those named, and of what they are served for, where any is named. A merged one that is named is so for its
    /// own adapter and for its successor's.
    /// </summary>
    internal static AgencyEntry[] AgenciesOf(AgencyDirectory directory, string adapter, IReadOnlyCollection<string> named, DateTimeOffset now)
    {
        var wanted = named.Select(code => directory.Read(code, now)).OfType<CodeMeaning>().SelectMany(meaning => new[] { meaning.Agency.AgencyId, meaning.Own.AgencyId }).ToHashSet();
        AgencyEntry[] served =
        [
            .. directory.ServedBy(adapter).Where(agency => named.Count == 0 || directory.ServedThrough(agency).Any(above => wanted.Contains(above.AgencyId))),
        ];
        return [.. served.Concat(served.SelectMany(agency => directory.TakenOverBy(agency.AgencyId, now))).DistinctBy(agency => agency.AgencyId)];
    }

    private static async Task<IResult> ActAsync(string id, HttpContext context, ActOnItem acts)
    {
        var (request, refusal) = await AdapterBody.ReadAsync<ActRequest>(context);
        if (request is null)
        {
            return refusal!;
        }

        if (!Guid.TryParse(id, out var item))
        {
            return Problem.NotFoundHere();
        }

        return await acts.ActAsync(AdapterIdentity.Of(context).Adapter, item, request, context.RequestAborted) is { } objection
            ? Problem.Of([objection])
            : Results.NoContent();
    }
}
