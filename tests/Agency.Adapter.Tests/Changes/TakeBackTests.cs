using System.Net;
using Agency.Adapter.Tests.AgencySystem;
using Agency.Adapter.Tests.Rest;

namespace Agency.Adapter.Tests.Changes;

/// <summary>A sender asks back what it has sent: one status 13 for each receiver.</summary>
public sealed class TakeBackTests
{
    [Fact]
    public async Task Sends_a_13_to_each_receiver_that_names_its_delivery()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var (id, deliveries) = await RecallTests.SentAsync(rig, g22);

        var items = (await g22.AskAsync($"v1/packages/{id}/take-back", new { reason = "Gửi nhầm", staff = new { name = "Lê Thị B" } }))["items"]!.AsArray();

        items.Select(item => (item!["receiver"]!.GetValue<string>(), item["deliveryId"]!.GetValue<Guid>()))
            .ShouldBe([("H37", deliveries["H37"]), ("H41", deliveries["H41"])]);
        foreach (var item in items)
        {
            var submission = item!["submissionId"]!.GetValue<Guid>();
            var status = (await RecallTests.PackageAsync(rig, submission)).Status!;
            var sent = Letters.Draft().Header;
            (status.StatusCode, status.Description, status.From.OrganId, status.Staff!.Staff).ShouldBe(("13", "Gửi nhầm", "G22", "Lê Thị B"));
            (status.ResponseFor.OrganId, status.ResponseFor.DocumentId, status.ResponseFor.Code, status.ResponseFor.PromulgationDate)
                .ShouldBe((item["receiver"]!.GetValue<string>(), sent.DocumentId, sent.Code.Printed, sent.PromulgationDate));
            rig.Hub.Submitted.Single(manifest => manifest.SubmissionId == submission).TargetDelivery.ShouldBe(item["deliveryId"]!.GetValue<Guid>());
        }
    }

    [Theory]
    [InlineData("a key")]
    [InlineData(null)]
    public async Task Asks_each_receiver_once_however_often_it_is_asked(string? key)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var (id, deliveries) = await RecallTests.SentAsync(rig, g22);
        var first = await AskAsync(null);
        rig.Clock.Ahead = TimeSpan.FromMinutes(5);

        (await AskAsync(null)).ShouldBe(first);
        (await AskAsync(["H41"])).ShouldBe([first[1]]);

        // One has agreed meanwhile: under the key it is answered as before, without one only the other is asked.
        rig.Hub.Tell(new(deliveries["H37"], id, id, "H37", 9, "VOID", TimeProvider.System.GetUtcNow(), 1));
        await Until.Async(async () => (await g22.ReadAsync($"v1/packages/{id}"))["receivers"]![0]!["transport"]?.GetValue<string>() == "VOID");
        (await AskAsync(null)).ShouldBe(key is null ? [first[1]] : first);
        rig.Hub.Submitted.Count.ShouldBe(3);

        async Task<Guid[]> AskAsync(string[]? receivers) =>
            [.. (await g22.AskAsync($"v1/packages/{id}/take-back", new { reason = "Gửi nhầm", receivers }, key))["items"]!.AsArray().Select(item => item!["submissionId"]!.GetValue<Guid>())];
    }

    [Fact]
    public async Task Tells_of_the_one_that_is_refused_beside_the_other()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var (id, deliveries) = await RecallTests.SentAsync(rig, g22);
        await g22.AskAsync($"v1/packages/{id}/take-back", new { reason = "Gửi nhầm", receivers = new[] { "H41" } }, "k");

        var items = (await g22.AskAsync($"v1/packages/{id}/take-back", new { reason = "Lý do khác" }, "k"))["items"]!.AsArray();

        items[0]!["submissionId"].ShouldNotBeNull();
        (items[1]!["deliveryId"]!.GetValue<Guid>(), items[1]!["submissionId"], items[1]!["findings"]![0]!["code"]!.GetValue<string>()).ShouldBe((deliveries["H41"], null, "AXS-1001"));
        (await g22.AskAsync($"v1/packages/{id}/take-back", new { reason = "Lý do khác", receivers = new[] { "H41" } }, "k", HttpStatusCode.Conflict))["code"]!.GetValue<string>()
            .ShouldBe("AXS-1001");
    }
}
