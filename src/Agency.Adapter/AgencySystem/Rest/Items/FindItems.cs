using Agency.Adapter.HubLink;
using Agency.Adapter.Served;
using Axis.Contracts.Http;

namespace Agency.Adapter.AgencySystem.Rest.Items;

/// <summary>Reads open items from the hub, for some of the adapter's agencies.</summary>
internal sealed class FindItems(IHubApi hub, ServedAgencies served)
{
    /// <exception cref="HubAwayException">The hub is not reached.</exception>
    public async Task<OpenItemPage> ListAsync(IReadOnlyList<AgencyOptions> shown, OpenItemList? list, string? after, int limit, CancellationToken cancellation)
    {
        var page = await hub.ListItemsAsync([.. shown.Select(one => one.Code)], list, after, limit, cancellation);

        // The hub answers for whatever these agencies are served for; one beneath them with a key of its own is not theirs.
        return page with
        {
            Counts = [.. page.Counts.Where(count => served.IsLookedAfterBy(shown, count.Agency))],
            Items = [.. page.Items.Where(item => served.IsLookedAfterBy(shown, item.Agency))],
        };
    }
}
