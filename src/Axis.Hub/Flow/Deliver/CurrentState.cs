using Axis.Contracts.Wire;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Deliver;

/// <summary>A delivery as its sender is told of it.</summary>
internal static class CurrentState
{
    public static DeliveryState Of(OwedState state) => Of(state.Delivery, state.SubmissionId);

    public static DeliveryState Of(DeliveryRow row, Guid submissionId) => new(
        row.DeliveryId, submissionId, row.DocumentId, row.ReceiverCode, row.Version,
        row.VoidAs is null ? Word(row.Transport) : "VOID", row.Since, row.Attempt, row.Business, row.Cause);

    private static string Word(TransportState state) => state switch
    {
        TransportState.Initial => "INITIAL",
        TransportState.Processing => "PROCESSING",
        TransportState.Done => "DONE",
        TransportState.Fail => "FAIL",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
