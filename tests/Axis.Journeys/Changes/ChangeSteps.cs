using System.Net;
using Axis.Journeys.Packages;
using Axis.Simulator.Clerks;
using static Axis.Journeys.Packages.JourneySteps;

namespace Axis.Journeys.Changes;

/// <summary>What clerks do and see when something is asked of a document.</summary>
internal static class ChangeSteps
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Everything in an agency's inbox, however much it is.</summary>
    public static async Task<IReadOnlyList<InboxItem>> ListAllAsync(this JourneyAgency agency)
    {
        var items = new List<InboxItem>();
        for (long? after = null; await agency.System.PageInboxAsync(after, 200, Cancellation) is { Items.Count: > 0 } page; after = page.Next)
        {
            items.AddRange(page.Items);
        }

        return items;
    }

    /// <summary>Waits until an agency finds a delivery in its inbox.</summary>
    public static Task ListedAsync(this JourneyAgency agency, Guid delivery) => UntilAsync(
        agency.ListAllAsync, items => items.Any(item => item.DeliveryId == delivery), () => $"{delivery} is in the inbox of {agency.Code}");

    /// <summary>Waits until a delivery is no longer in an agency's inbox.</summary>
    public static Task UnlistedAsync(this JourneyAgency agency, Guid delivery) => UntilAsync(
        agency.ListAllAsync, items => items.All(item => item.DeliveryId != delivery), () => $"{delivery} has left the inbox of {agency.Code}");

    /// <summary>Takes a delivery in as soon as it is there.</summary>
    public static async Task FetchAsync(this JourneyAgency agency, Guid delivery)
    {
        await agency.ListedAsync(delivery);
        await agency.TakeInAsync(delivery);
    }

    /// <summary>Waits until an agency's adapter has destroyed a document.</summary>
    public static Task DestroyedAsync(this JourneyAgency agency, Guid delivery) => UntilAsync(
        async () => (object?)await FindStatusAsync(agency, delivery) ?? "open",
        status => status is HttpStatusCode.Gone, () => $"{delivery} is destroyed at {agency.Code}");

    private static async Task<HttpStatusCode?> FindStatusAsync(JourneyAgency agency, Guid delivery)
    {
        try
        {
            await agency.System.OpenAsync(delivery, Cancellation);
            return null;
        }
        catch (HttpRequestException refused)
        {
            return refused.StatusCode;
        }
    }
}
