using System.Text.Json;
using Agency.Adapter.Incoming;
using Agency.Adapter.Outgoing;
using Axis.Contracts.Errors;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Journeys.TimeStamps;

/// <summary>A nation with a time-stamping authority of its own, over real HTTP: a package's stamp from the sender's adapter to the receiver's.</summary>
public sealed class TimeStampJourneys
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stamped_package_and_its_statuses_are_verified_by_the_hub_and_by_the_receivers_adapter()
    {
        await using var nation = await StartAsync();
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[1]);
        await sender.System.SubmitAsync(await WriteAsync(sender, receiver), "stamped", Cancellation);

        var document = await ArrivedAsync(receiver, "edoc");
        await receiver.System.AcknowledgeAsync(document.DeliveryId, Cancellation);
        var status = await ArrivedAsync(sender, "status");

        var seenByReceiver = StampedAt(receiver, document.DeliveryId).ShouldNotBeNull();
        var seenBySender = StampedAt(sender, status.DeliveryId).ShouldNotBeNull();
        seenBySender.ShouldBeGreaterThan(seenByReceiver);
        Item(receiver, document.DeliveryId).Findings.ShouldBeEmpty();
        (await StampsAtTheHubAsync(nation)).ShouldBe([seenByReceiver, seenBySender]);
        nation.TimeStamps!.Answered.ShouldBe(2);
    }

    [Fact]
    public async Task While_the_authority_is_off_a_package_waits_and_says_why_and_it_arrives_once_when_it_is_back()
    {
        await using var nation = await StartAsync();
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[1]);
        await nation.TimeStamps!.StopAsync(Cancellation);

        var sent = await sender.System.SubmitAsync(await WriteAsync(sender, receiver), "off", Cancellation);

        var track = sender.Adapter.Services.GetRequiredService<ITrackSubmissions>();
        await Eventually.Async(
            () => Task.FromResult(track.Find(sender.Addressee.Code, sent.SubmissionId)!.WaitsFor?.StartsWith(ErrorCatalogue.TimeStampAuthorityAway.Code, StringComparison.Ordinal) == true),
            cancellation: Cancellation);
        sender.Adapter.Services.GetRequiredService<TimeStampWatch>().Fault.ShouldNotBeNull();
        (await nation.ReadHubBooksAsync(Cancellation)).ShouldBeEmpty();

        await nation.TimeStamps.StartAsync(Cancellation);

        StampedAt(receiver, (await ArrivedAsync(receiver, "edoc")).DeliveryId).ShouldNotBeNull();
        (await nation.ReadHubBooksAsync(Cancellation)).Count(entry => entry.Kind == "edoc").ShouldBe(1);
    }

    [Fact]
    public async Task Where_stamps_are_only_wished_a_package_goes_without_one_and_everybody_is_told()
    {
        await using var nation = await StartAsync(required: false);
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[1]);
        await nation.TimeStamps!.StopAsync(Cancellation);

        await sender.System.SubmitAsync(await WriteAsync(sender, receiver), "wished", Cancellation);

        var arrived = Item(receiver, (await ArrivedAsync(receiver, "edoc")).DeliveryId);
        arrived.Metadata.StampedAt.ShouldBeNull();
        var finding = arrived.Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe(ErrorCatalogue.TimeStampMissing.Code);
        finding.Severity.ShouldBe(Severity.Warning);
    }

    private static Task<LiveNation> StartAsync(bool required = true) => LiveNation.StartAsync(
        new NationOptions
        {
            Plan = NationPlan.Of(2),
            TimeStamps = true,
            Hub = required ? null : hub => hub.RequireTimeStamps = false,
            Adapter = adapter =>
            {
                adapter.RequireTimeStamps = required;
                adapter.TimeStampPatience = TimeSpan.FromMinutes(1);
                adapter.RetryFirst = TimeSpan.FromMilliseconds(50);
                adapter.RetryLongest = TimeSpan.FromMilliseconds(500);
            },
        },
        TimeProvider.System, Cancellation);

    private static Task<byte[]> WriteAsync(NationAgency sender, NationAgency receiver) => LetterPackage.WriteAsync(
        new LetterWriter(1).Write(sender.Addressee, [receiver.Addressee], NationDate.Today(TimeProvider.System), 1), TimeProvider.System.GetUtcNow(), Cancellation);

    private static Task<Simulator.Clerks.InboxItem> ArrivedAsync(NationAgency agency, string kind) => Eventually.FindAsync(
        async () => (await agency.System.ListInboxAsync(Cancellation)).SingleOrDefault(item => item.Kind == kind),
        TimeSpan.FromMinutes(1), () => $"{agency.Addressee.Code} has its {kind}", Cancellation);

    private static Agency.Adapter.Incoming.InboxItem Item(NationAgency agency, Guid deliveryId) =>
        agency.Adapter.Services.GetRequiredService<IInbox>().Find(agency.Addressee.Code, deliveryId)!;

    private static DateTimeOffset? StampedAt(NationAgency agency, Guid deliveryId) => Item(agency, deliveryId).Metadata.StampedAt;

    /// <summary>The stamped times of all documents as the hub's API tells them, oldest first.</summary>
    private static async Task<IReadOnlyList<DateTimeOffset>> StampsAtTheHubAsync(LiveNation nation)
    {
        using var http = new HttpClient { BaseAddress = new Uri(nation.ConsoleAddress) };
        using var list = JsonDocument.Parse(await http.GetStringAsync("/api/documents", Cancellation));
        var stamps = new List<DateTimeOffset>();
        foreach (var line in list.RootElement.EnumerateArray())
        {
            using var view = JsonDocument.Parse(await http.GetStringAsync($"/api/documents/{line.GetProperty("documentId").GetGuid()}", Cancellation));
            stamps.Add(view.RootElement.GetProperty("stampedAt").GetDateTimeOffset());
        }

        return [.. stamps.Order()];
    }
}
