using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Hub.Agencies;
using Axis.Hub.Flow.Route;

namespace Axis.Hub.Tests.Flow;

public sealed class AddressTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);
    private readonly FlowNation nation = new(TimeProvider.System);

    [Fact]
    public async Task Finds_the_adapter_of_every_receiver() =>
        (await AddressedAsync(new Draft { To = ["H37", "H14"] })).Receivers.Select(receiver => receiver.AdapterCode).ShouldBe(["H37", "H14"]);

    [Fact]
    public async Task Serves_an_agency_by_its_ancestors_adapter() =>
        (await AddressedAsync(new Draft { To = ["H37.02"] })).Receivers.ShouldHaveSingleItem().AdapterCode.ShouldBe("H37");

    [Fact]
    public async Task Lets_an_agency_send_through_its_ancestors_adapter() =>
        (await AddressedAsync(new Draft { Adapter = "H37", Sender = "H37.02", To = ["G22"] }, "H37")).Sender!.Code.ShouldBe("H37.02");

    [Fact]
    public async Task Resolves_an_alias_and_keeps_the_spelling()
    {
        var receiver = (await AddressedAsync(new Draft { To = ["000.00.02.H37"] })).Receivers.ShouldHaveSingleItem();

        receiver.Agency.AgencyId.ShouldBe(FlowNation.Department);
        receiver.Code.ShouldBe("000.00.02.H37");
    }

    [Fact]
    public async Task Makes_one_receiver_of_two_spellings_of_an_agency()
    {
        var (address, list) = await JudgeAsync(new Draft { To = ["H37.02", "000.00.02.H37"] });

        address.Receivers.ShouldHaveSingleItem().Code.ShouldBe("H37.02");
        list.Findings.ShouldHaveSingleItem().Code.ShouldBe(ErrorCatalogue.ReceiverNamedTwice.Code);
    }

    [Theory]
    [InlineData("X01", "AXS-1004")]
    [InlineData("H99", "AXS-1005")]
    [InlineData("G22", "AXS-1006")]
    [InlineData("000.00.00.G22", "AXS-1006")]
    public async Task Turns_one_receiver_away_and_goes_on_with_the_others(string code, string error)
    {
        var addressed = await AddressedAsync(new Draft { To = ["H37", code] });

        addressed.Receivers.ShouldHaveSingleItem().Code.ShouldBe("H37");
        var away = addressed.TurnedAway.ShouldHaveSingleItem();
        away.Code.ShouldBe(code);
        away.Finding!.Code.ShouldBe(error);
        away.Finding.Path.ShouldBe("/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/To[2]/OrganId");
    }

    [Fact]
    public async Task Refuses_when_no_receiver_is_left() =>
        (await RefusedAsync(new Draft { To = ["X01"] })).ShouldBe(["AXS-1004", "AXS-1010"]);

    [Fact]
    public async Task Refuses_a_sender_that_the_adapter_does_not_serve() =>
        (await RefusedAsync(new Draft { Adapter = "H14", Sender = "G22" })).ShouldBe(["AXS-1003"]);

    [Fact]
    public async Task Refuses_a_package_sealed_by_another_agency() =>
        (await RefusedAsync(new Draft(), "H37")).ShouldBe(["AXS-3009"]);

    [Fact]
    public async Task Refuses_a_suspended_adapter()
    {
        nation.Change([], "G22");

        (await RefusedAsync(new Draft())).ShouldBe(["AXS-1015"]);
    }

    [Fact]
    public async Task Refuses_a_suspended_sender_by_name() =>
        (await RefusedAsync(new Draft { Adapter = "H14", Sender = "H99" }, "H99")).ShouldBe(["AXS-1041"]);

    [Fact]
    public async Task Refuses_by_name_a_document_for_an_agency_whose_adapter_is_suspended()
    {
        nation.SuspendAdapter("H37", Now.AddDays(-2));

        (await RefusedAsync(new Draft { To = ["H37.02"] })).ShouldBe(["AXS-1049", "AXS-1010"]);
        var away = (await AddressedAsync(new Draft { To = ["H37", "H14"] })).TurnedAway.ShouldHaveSingleItem();
        (away.Code, away.Finding!.English).ShouldBe(("H37", "Adapter H37 of receiver H37 is suspended since 10:00 22/11/2026."));
    }

    [Fact]
    public async Task Lets_a_status_through_to_an_agency_whose_adapter_is_suspended()
    {
        nation.Change([], "G22");

        (await AddressedAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Status = "03" }, "H37")).Receivers.ShouldHaveSingleItem().AdapterCode.ShouldBe("G22");
    }

    [Fact]
    public async Task Looks_up_every_code_that_an_update_names() =>
        (await AddressedAsync(new Draft { Type = BusinessDocType.Update, Changes = "x", Drops = ["X01", "000.00.02.H37"] })).Facts.Receivers!
            .Select(fact => (fact.Code, fact.Standing)).ShouldBe([
                ("H37", ReceiverStanding.Reachable), ("X01", ReceiverStanding.Unknown), ("000.00.02.H37", ReceiverStanding.Reachable)]);

    [Fact]
    public async Task Names_a_suspended_adapter_and_a_suspended_sender_with_their_time()
    {
        nation.Suspend("G22", Now.AddDays(-1));
        (await JudgeAsync(new Draft())).List.Findings.ShouldHaveSingleItem().English.ShouldBe("The sending agency G22 is suspended since 10:00 23/11/2026.");
        nation.Suspend("G22", null);
        nation.SuspendAdapter("G22", Now.AddDays(-2));
        (await JudgeAsync(new Draft())).List.Findings.ShouldHaveSingleItem().English.ShouldBe("Adapter G22 is suspended since 10:00 22/11/2026.");
    }

    [Fact]
    public async Task Tells_of_old_codes_of_sender_and_receivers()
    {
        nation.Succeed("000.00.02.H37", "H37.02");

        var (_, sent) = await JudgeAsync(new Draft { Adapter = "H37", Sender = "000.00.02.H37", To = ["G22"] }, "H37");
        sent.Findings.ShouldHaveSingleItem().English.ShouldContain("000.00.02.H37 was replaced by H37.02");
        (await JudgeAsync(new Draft { To = ["000.00.02.H37"] })).List.Findings.ShouldHaveSingleItem().Code.ShouldBe("AXS-1043");
    }

    [Fact]
    public async Task Two_codes_that_have_come_to_one_agency_make_one_receiver()
    {
        nation.Succeed("H14", "H37");

        (await AddressedAsync(new Draft { To = ["H37", "H14"] })).Receivers.ShouldHaveSingleItem().Code.ShouldBe("H37");
    }

    [Fact]
    public async Task Counts_a_code_that_was_withdrawn_while_the_package_waited_as_of_its_seal()
    {
        var withdrawn = new AgencyDirectory(
            nation.Registry.Agencies,
            nation.Registry.Aliases.Select(alias => alias.Alias == "H14" ? alias with { ValidTo = Now.AddDays(-1) } : alias),
            nation.Registry.Adapters);

        (await JudgeAsync(new Draft { To = ["H14"], SealedAt = Now.AddDays(-2) }, "G22", withdrawn)).List.Failed.ShouldBeFalse();
        (await JudgeAsync(new Draft { To = ["H14"], SealedAt = Now }, "G22", withdrawn)).List.Failed.ShouldBeTrue();
    }

    [Fact]
    public async Task Lets_through_a_package_sealed_before_its_receiver_was_registered()
    {
        var draft = new Draft { To = ["X01"], SealedAt = Now.AddHours(-1) };
        await RefusedAsync(draft);
        nation.Change([FlowNation.Agency(Guid.CreateVersion7(), "X01", "H14")]);

        (await AddressedAsync(draft)).Receivers.ShouldHaveSingleItem();
    }

    public void Dispose() => nation.Dispose();

    /// <summary>The registry's word, and what the checklist makes of it.</summary>
    private async Task<(Addressing Address, Checklist List)> JudgeAsync(Draft draft, string agencyOfSeal = "G22", AgencyDirectory? registry = null)
    {
        var bytes = await draft.PackageAsync();
        var outcome = PackageReader.Read(bytes, ReadLimits.Default);
        var package = outcome.ShouldBeOfType<ReadOutcome.Read>().Package;
        var seal = new SealVerdict(SealCode.Ok, new string('a', 64), "CN=any", null, [agencyOfSeal], Now, null);
        var address = Addressing.Of(draft.Adapter, package, seal, registry ?? nation.Registry, Now, draft.SealedAt ?? Now, "AXIS");
        return (address, DoorChecks.Judge(outcome, address.Facts));
    }

    private async Task<Addressing> AddressedAsync(Draft draft, string agencyOfSeal = "G22")
    {
        var (address, list) = await JudgeAsync(draft, agencyOfSeal);
        list.Failed.ShouldBeFalse();
        return address;
    }

    private async Task<string[]> RefusedAsync(Draft draft, string agencyOfSeal = "G22")
    {
        var (address, list) = await JudgeAsync(draft, agencyOfSeal);
        list.Failed.ShouldBeTrue();
        address.TurnsAway.ShouldBeTrue();
        return [.. list.Findings.Select(finding => finding.Code)];
    }
}
