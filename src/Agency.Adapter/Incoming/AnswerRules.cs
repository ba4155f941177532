using Agency.Adapter.Spool;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Incoming;

/// <summary>Which answer of an agency's system stands, by what the delivery is now.</summary>
internal static class AnswerRules
{
    public static AnswerOutcome Judge(DeliveryRow row, Answer answer) => (row.Phase, answer) switch
    {
        (not DeliveryPhase.Done, _) when row.DestroyedAt is not null => AnswerOutcome.GivenBack,
        (DeliveryPhase.Available or DeliveryPhase.Placing, _) => AnswerOutcome.Recorded,
        (DeliveryPhase.Done, Answer.Done) => AnswerOutcome.Repeated,
        (DeliveryPhase.Done, _) => AnswerOutcome.Contradicts,
        (DeliveryPhase.Failed, Answer.Fail) => AnswerOutcome.Repeated,

        // FAIL -> DONE is legal: the receiver's DONE is believed late (protocol.md 5), if it was the agency that had failed it.
        (DeliveryPhase.Failed, _) => row.Cause == FailCause.Agency ? AnswerOutcome.Recorded : AnswerOutcome.NotFound,
        (DeliveryPhase.Cancelled, _) => AnswerOutcome.GivenBack,
        _ => AnswerOutcome.NotFound,
    };
}
