using Agency.Adapter.Incoming;
using Agency.Adapter.Outgoing;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Incoming;

/// <summary>Which delivery a status of the agency's system answers (protocol.md 3).</summary>
public sealed class StatusTargetTests
{
    private const string DocumentId = "G22,2026/03/02,7816/UBND-VP";
    private static readonly StatusRequest Accepted = new("03", OrganId: "G22", DocumentId: DocumentId);

    [Fact]
    public async Task Names_the_delivery_that_was_taken_and_when_it_was_done()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var delivery = await TakenAsync(adapter);
        await adapter.Inbox.AcknowledgeAsync("H37", delivery, new Answer.Done(), CancellationToken.None);
        var done = (await Wait.ForAsync(adapter.Acknowledged, lines => lines.Count >= 2, "DONE was sent"))[1].At;

        var manifest = await PostAsync(adapter, Accepted);

        manifest.TargetDelivery.ShouldBe(delivery);
        manifest.TargetDoneAt.ShouldBe(done);
        manifest.Receivers.ShouldBe(["G22"]);
    }

    [Fact]
    public async Task Names_it_by_printed_code_and_date_and_by_another_spelling_of_the_sender()
    {
        await using var adapter = new TestAdapter();
        adapter.Hub.Agencies.Add(new DirectoryAgency(
            Guid.CreateVersion7(), "G22", "VPCP", "", "ministry", true, [new DirectoryAlias("000.00.00.G22", "code102")], DateTimeOffset.UnixEpoch, Adapter: "G22"));
        await adapter.StartWithAsync();
        await Wait.UntilAsync(() => !adapter.Get<Adapter.Served.AgencyDirectory>().IsEmpty, "the directory is read");
        var delivery = await TakenAsync(adapter);

        var manifest = await PostAsync(adapter, new("03", OrganId: "000.00.00.G22", Code: "7816/UBND-VP", PromulgationDate: new DateOnly(2026, 3, 2)));

        manifest.TargetDelivery.ShouldBe(delivery);
        manifest.TargetDoneAt.ShouldBeNull();
    }

    [Fact]
    public async Task Leaves_the_search_to_the_hub_for_what_was_not_taken_or_was_failed()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await OfferedAsync(adapter, delivery.DeliveryId);
        (await PostAsync(adapter, Accepted)).TargetDelivery.ShouldBeNull();

        await (await adapter.OpenAsync(delivery.DeliveryId)).DisposeAsync();
        await adapter.Inbox.AcknowledgeAsync("H37", delivery.DeliveryId, new Answer.Fail("no"), CancellationToken.None);
        (await PostAsync(adapter, Accepted with { StatusCode = "05" })).TargetDelivery.ShouldBeNull();
    }

    /// <summary>A recall stands under the id, the code and the date of its document.</summary>
    [Theory]
    [InlineData(BusinessDocType.Recall, null, true)]
    [InlineData(BusinessDocType.Recall, null, false)]
    [InlineData(BusinessDocType.Update, "H37", true)]
    public async Task Passes_over_a_recall_that_came_after_the_document(BusinessDocType type, string? drops, bool byNumber)
    {
        await using var adapter = await TestAdapter.StartAsync();
        var document = await TakenAsync(adapter);
        await TakenAsync(adapter, await Packages.EdocAsync("G22", "H37", type: type, drops: drops));

        var manifest = await PostAsync(adapter, byNumber ? Accepted : new("03", OrganId: "G22", Code: "7816/UBND-VP", PromulgationDate: new DateOnly(2026, 3, 2)));

        manifest.TargetDelivery.ShouldBe(document);
    }

    [Fact]
    public async Task Fills_a_status_from_the_delivery_it_names()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var delivery = await TakenAsync(adapter);
        var manifest = await PostAsync(adapter, new("02", DeliveryId: delivery, Description: "Sai địa chỉ"));
        (manifest.TargetDelivery, manifest.Sender).ShouldBe((delivery, "H37"));
    }

    [Theory]
    [InlineData("99", "x", "AXS-1013")]
    [InlineData("02", null, "AXS-5008")]
    [InlineData("13", " ", "AXS-5008")]
    public async Task Refuses_a_status_that_cannot_be_one(string code, string? reason, string finding)
    {
        await using var adapter = await TestAdapter.StartAsync();
        var outcome = await adapter.Submit.SubmitStatusAsync(
            new SubmitRequest("H37"), Accepted with { StatusCode = code, Description = reason }, CancellationToken.None);
        outcome.ShouldBeOfType<SubmitOutcome.Refused>().Findings.ShouldHaveSingleItem().Code.ShouldBe(finding);
    }

    [Fact]
    public async Task Refuses_a_status_for_a_delivery_that_was_never_taken()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var outcome = await adapter.Submit.SubmitStatusAsync(
            new SubmitRequest("H37"), new("03", DeliveryId: Guid.CreateVersion7()), CancellationToken.None);
        outcome.ShouldBeOfType<SubmitOutcome.Refused>().Findings.ShouldHaveSingleItem().Code.ShouldBe(ErrorCatalogue.StatusWithoutDocument.Code);
    }

    private static async Task<Guid> TakenAsync(TestAdapter adapter, byte[]? package = null)
    {
        var delivery = adapter.Delivery(package ?? await Packages.EdocAsync("G22", "H37"));
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await OfferedAsync(adapter, delivery.DeliveryId);
        await (await adapter.OpenAsync(delivery.DeliveryId)).DisposeAsync();
        return delivery.DeliveryId;
    }

    private static Task OfferedAsync(TestAdapter adapter, Guid delivery) =>
        Wait.UntilAsync(() => adapter.Inbox.List("H37", null, null, 10).Any(item => item.DeliveryId == delivery), "it is offered");

    private static async Task<Manifest> PostAsync(TestAdapter adapter, StatusRequest status)
    {
        var id = (await adapter.Submit.SubmitStatusAsync(new SubmitRequest("H37"), status, CancellationToken.None))
            .ShouldBeOfType<SubmitOutcome.Accepted>().SubmissionId;
        var sent = await Wait.ForAsync(
            () => adapter.Sent<SubmitMessage>(WireNames.Submit).FirstOrDefault(message => message.SubmissionId == id)!,
            message => message is not null, "the status is sent");
        return Manifest.Read(sent.Manifest).Manifest.ShouldNotBeNull();
    }
}
