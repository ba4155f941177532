using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Flow;

namespace Axis.Hub.Tests.Ledger;

/// <summary>Every combination of (state of the delivery, request) has its step (domain.md 2.3, protocol.md 3 "Order").</summary>
public class ChangeMachineTests
{
    [Theory]
    [InlineData("unclaimed", "AtOnce", "AtOnce", "Wait", "AtOnce", "Wait")]
    [InlineData("claimed", "AskBack", "AskBack", "Wait", "AskBack", "Wait")]
    [InlineData("processing", "AskBack", "AskBack", "Go", "AskBack", "Go")]
    [InlineData("done", "Go", "Go", "Go", "Go", "Go")]
    [InlineData("accepted", "Go", "Go", "Go", "Go", "Go")]
    [InlineData("returned", "RefusedReturned", "RefusedReturned", "Go", "RefusedReturned", "Go")]
    [InlineData("failed", "AskBack", "AskBack", "Go", "AskBack", "Go")]
    [InlineData("failed-unclaimed", "AtOnce", "AtOnce", "Go", "AtOnce", "Go")]
    [InlineData("void", "RefusedVoid", "RefusedVoid", "RefusedVoid", "RefusedVoid", "Unrelated")]
    public void A_request_takes_the_step_of_its_target(string state, string takeBack, string recall, string update, string drop, string replace)
    {
        var target = Target(state);

        Enum.GetValues<ChangeCommand>().Select(command => ChangeMachine.Ask(command, target, []).ToString())
            .ShouldBe([takeBack, recall, update, drop, replace]);
    }

    [Theory]
    [InlineData(ChangeCommand.TakeBack, "RefusedAsked", "Go", "RefusedOpposed", "Go", "RefusedOpposed")]
    [InlineData(ChangeCommand.Recall, "RefusedAsked", "RefusedAsked", "RefusedOpposed", "RefusedAsked", "RefusedOpposed")]
    [InlineData(ChangeCommand.Drop, "Go", "Go", "RefusedOpposed", "RefusedAsked", "RefusedOpposed")]
    [InlineData(ChangeCommand.Update, "Go", "Go", "Go", "Go", "Go")]
    [InlineData(ChangeCommand.Replace, "Go", "Go", "Go", "Go", "Go")]
    public void An_open_request_bars_what_contradicts_or_repeats_it(
        ChangeCommand open, string takeBack, string recall, string update, string drop, string replace)
    {
        Enum.GetValues<ChangeCommand>().Select(command => ChangeMachine.Ask(command, Target("done"), [Request(open)]).ToString())
            .ShouldBe([takeBack, recall, update, drop, replace]);
    }

    [Fact]
    public void A_refused_request_bars_nothing() =>
        ChangeMachine.Ask(ChangeCommand.Recall, Target("done"), [Request(ChangeCommand.Recall) with { Status = ChangeStatus.Refused }]).ShouldBe(ChangeStep.Go);

    [Theory]
    [InlineData("15", ChangeStatus.Agreed, ChangeStatus.Agreed, ChangeStatus.Agreed)]
    [InlineData("16", ChangeStatus.Refused, ChangeStatus.Refused, ChangeStatus.Refused)]
    [InlineData("03", null, ChangeStatus.Agreed, null)]
    [InlineData("02", null, ChangeStatus.Refused, ChangeStatus.Refused)]
    [InlineData("01", null, null, null)]
    [InlineData("05", null, null, null)]
    public void A_status_that_names_the_carrier_answers(string code, ChangeStatus? takeBack, ChangeStatus? recall, ChangeStatus? update)
    {
        ChangeCommand[] commands = [ChangeCommand.TakeBack, ChangeCommand.Recall, ChangeCommand.Update];

        commands.Select(command => ChangeMachine.Answer(Request(command), code, namesCarrier: true, FlowRows.Now)).ShouldBe([takeBack, recall, update]);
    }

    [Fact]
    public void A_03_of_the_document_itself_answers_a_recall_only_after_the_receiver_has_it()
    {
        var delivered = Request(ChangeCommand.Recall) with { Status = ChangeStatus.Delivered, DeliveredAt = FlowRows.Now };

        ChangeMachine.Answer(delivered, "03", namesCarrier: false, FlowRows.Now.AddMinutes(-1)).ShouldBeNull();
        ChangeMachine.Answer(delivered, "03", namesCarrier: false, FlowRows.Now).ShouldBe(ChangeStatus.Agreed);
        ChangeMachine.Answer(Request(ChangeCommand.Recall), "03", namesCarrier: false, FlowRows.Now).ShouldBeNull();
    }

    [Fact]
    public void What_waits_in_the_hub_nobody_has_answered() =>
        ChangeMachine.Answer(Request(ChangeCommand.Update) with { Waits = true }, "15", namesCarrier: false, FlowRows.Now).ShouldBeNull();

    [Theory]
    [InlineData("15", ChangeStatus.Refused, ChangeStatus.Agreed)]
    [InlineData("16", ChangeStatus.Refused, null)]
    [InlineData("16", ChangeStatus.Agreed, null)]
    [InlineData("15", ChangeStatus.Lapsed, null)]
    [InlineData("15", ChangeStatus.Overdue, ChangeStatus.Agreed)]
    public void Only_a_yes_passes_an_answer(string code, ChangeStatus stands, ChangeStatus? says) =>
        ChangeMachine.Answer(Request(ChangeCommand.Update) with { Status = stands }, code, namesCarrier: true, FlowRows.Now).ShouldBe(says);

    private static ChangeRow Request(ChangeCommand command) => new()
    {
        CarrierId = Guid.CreateVersion7(), TargetId = Guid.CreateVersion7(), SubmissionId = Guid.CreateVersion7(), Command = command, Reason = "Gửi nhầm",
        OpenedAt = FlowRows.Now, Since = FlowRows.Now,
    };

    private static DeliveryRow Target(string state)
    {
        var row = FlowRows.Delivery() with { EverClaimed = true };
        return state switch
        {
            "unclaimed" => row with { EverClaimed = false },
            "claimed" => row,
            "processing" => row with { Transport = TransportState.Processing },
            "done" => row with { Transport = TransportState.Done },
            "accepted" => row with { Transport = TransportState.Done, Business = "03" },
            "returned" => row with { Transport = TransportState.Done, Business = "02" },
            "failed" => row with { Transport = TransportState.Fail },
            "failed-unclaimed" => row with { Transport = TransportState.Fail, EverClaimed = false },
            "void" => row with { VoidAs = VoidCause.TakenBack },
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}
