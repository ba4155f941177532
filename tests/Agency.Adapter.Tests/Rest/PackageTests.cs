using System.Net;
using Agency.Adapter.Tests.AgencySystem;

namespace Agency.Adapter.Tests.Rest;

public class PackageTests
{
    [Fact]
    public async Task Takes_a_package_and_tells_what_became_of_it()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var answer = await g22.SubmitAsync(await Letters.WriteAsync(), "k1").JsonAsync(HttpStatusCode.Accepted);

        answer["state"]!.GetValue<string>().ShouldBe("waiting");
        answer["repeated"]!.GetValue<bool>().ShouldBeFalse();
        var id = answer["submissionId"]!.GetValue<Guid>();
        await Until.Async(async () => (await g22.ReadAsync($"v1/packages/{id}"))["state"]!.GetValue<string>() == "accepted"
            && rig.Hub.Deliveries.ContainsKey((id, "H37")));
        var delivery = rig.Hub.Deliveries[(id, "H37")];
        rig.Hub.Tell(new(delivery, id, id, "H37", 7, "DONE", TimeProvider.System.GetUtcNow(), 1, "03"));
        await Until.Async(async () => (await g22.ReadAsync($"v1/packages/{id}"))["receivers"]![0]!["business"]?.GetValue<string>() == "03");
        var receiver = (await g22.ReadAsync($"v1/packages/{id}"))["receivers"]![0]!;
        receiver["receiver"]!.GetValue<string>().ShouldBe("H37");
        receiver["outcome"]!.GetValue<string>().ShouldBe("delivery");
        receiver["deliveryId"]!.GetValue<Guid>().ShouldBe(delivery);
        receiver["transport"]!.GetValue<string>().ShouldBe("DONE");
        receiver["history"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Answers_a_repeat_with_the_same_id()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var package = await Letters.WriteAsync();
        var first = await g22.SubmitAsync(package, "k1").JsonAsync(HttpStatusCode.Accepted);
        var second = await g22.SubmitAsync(package, "k1").JsonAsync(HttpStatusCode.Accepted);

        second["submissionId"]!.GetValue<Guid>().ShouldBe(first["submissionId"]!.GetValue<Guid>());
        second["repeated"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Names_the_conflict_when_a_key_stands_for_other_bytes()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var first = await g22.SubmitAsync(await Letters.WriteAsync(number: 1), "k1").JsonAsync(HttpStatusCode.Accepted);
        var problem = await g22.SubmitAsync(await Letters.WriteAsync(number: 2), "k1").JsonAsync(HttpStatusCode.Conflict);

        problem["code"]!.GetValue<string>().ShouldBe("AXS-1001");
        problem["submissionId"]!.GetValue<Guid>().ShouldBe(first["submissionId"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task Lists_what_was_handed_over_by_state()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        for (var number = 1; number <= 3; number++)
        {
            await g22.SubmitAsync(await Letters.WriteAsync(number: number)).JsonAsync(HttpStatusCode.Accepted);
        }

        await Until.Async(async () => (await g22.ReadAsync("v1/packages?state=accepted"))["items"]!.AsArray().Count == 3);
        (await g22.ReadAsync("v1/packages?state=refused"))["items"]!.AsArray().ShouldBeEmpty();
        var first = await g22.ReadAsync("v1/packages?limit=2");
        var second = await g22.ReadAsync($"v1/packages?limit=2&after={first["next"]}");
        first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => item!["submissionId"]!.GetValue<Guid>()).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Takes_a_package_for_the_sender_it_names_when_the_key_covers_several()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var both = rig.Client(AdapterRig.KeyOfBoth);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var answer = await both.SubmitAsync(await Letters.WriteAsync(from: "H37", to: "G22")).JsonAsync(HttpStatusCode.Accepted);

        (await h37.ReadAsync($"v1/packages/{answer["submissionId"]}"))["kind"]!.GetValue<string>().ShouldBe("edoc");
    }

    [Fact]
    public async Task Does_not_let_a_key_send_as_another_agency()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var problem = await h37.SubmitAsync(await Letters.WriteAsync(from: "G22", to: "H41")).JsonAsync(HttpStatusCode.UnprocessableEntity);

        problem["code"]!.GetValue<string>().ShouldBe("AXS-1003");
        rig.Hub.Submitted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keeps_the_name_of_the_clerk_who_checked()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        g22.DefaultRequestHeaders.Add("Axis-Checked-By", Uri.EscapeDataString("Nguyễn Thị Hoa"));
        g22.DefaultRequestHeaders.Add("Axis-Checker-Position", Uri.EscapeDataString("Văn thư"));
        var id = (await g22.SubmitAsync(await Letters.WriteAsync()).JsonAsync(HttpStatusCode.Accepted))["submissionId"];

        var sender = (await g22.ReadAsync($"v1/packages/{id}"))["checkedBy"]!;
        var item = (await h37.InboxAsync(1))[0]!;
        var receiver = (await h37.ReadAsync($"v1/inbox/{item["deliveryId"]}"))["checkedBy"]!;
        foreach (var shown in new[] { sender, receiver })
        {
            shown["name"]!.GetValue<string>().ShouldBe("Nguyễn Thị Hoa");
            shown["position"]!.GetValue<string>().ShouldBe("Văn thư");
        }

        rig.Hub.Submitted.ShouldHaveSingleItem().CheckedBy!.Name.ShouldBe("Nguyễn Thị Hoa");
    }

    [Theory, InlineData(""), InlineData("N/A"), InlineData("%20"), InlineData("test")]
    public async Task Refuses_a_checker_without_a_name(string name)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        g22.DefaultRequestHeaders.Add("Axis-Checked-By", name);

        var problem = await g22.SubmitAsync(await Letters.WriteAsync()).JsonAsync(HttpStatusCode.UnprocessableEntity);

        problem["code"]!.GetValue<string>().ShouldBe("AXS-5130");
        (await g22.ReadAsync("v1/packages"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Keeps_a_package_while_the_hub_is_away()
    {
        await using var rig = await AdapterRig.StartAsync();
        rig.Hub.GoAway();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var id = (await g22.SubmitAsync(await Letters.WriteAsync()).JsonAsync(HttpStatusCode.Accepted))["submissionId"];

        (await g22.ReadAsync($"v1/packages/{id}"))["state"]!.GetValue<string>().ShouldBe("waiting");
        rig.Hub.ComeBack();
        await Until.Async(async () => (await g22.ReadAsync($"v1/packages/{id}"))["state"]!.GetValue<string>() == "accepted");
    }
}
