using Agency.Adapter.Served;
using Axis.Contracts.Why;

namespace Agency.Adapter.Outgoing;

/// <summary>"Why is it stuck?" of what was handed over, from the states last told: also while the hub is away.</summary>
internal sealed class ExplainState(AgencyDirectory directory)
{
    /// <summary>The answer; <c>null</c> for what is at rest, and before the first state.</summary>
    public WhyStuck? Of(ReceiverView receiver)
    {
        if (receiver.State is not { } state || StateOf(state.Transport) is not { } reached)
        {
            return null;
        }

        var name = directory.Resolve(state.Receiver);
        return ExplainDelivery.Of(new WhyFacts
        {
            State = reached,
            IsAtRest = reached == WhyState.Failed ? state.FailedBy is null : reached == WhyState.Arrived && state.Due is null,
            FailedBy = state.FailedBy,
            Reason = state.Cause,
            Since = state.Since,
            ArriveDue = state.Due,
            AnswerDue = state.Due,
            ArrivedAt = receiver.History.FirstOrDefault(one => one.Transport == state.Transport)?.Since,
            ReceiverVi = name?.NameVi ?? state.Receiver,
            ReceiverEn = name?.NameEn ?? "",
        });
    }

    private static WhyState? StateOf(string transport) => transport switch
    {
        "INITIAL" => WhyState.OnItsWay,
        "PROCESSING" => WhyState.InAdapter,
        "DONE" => WhyState.Arrived,
        "FAIL" => WhyState.Failed,
        _ => null,
    };
}
