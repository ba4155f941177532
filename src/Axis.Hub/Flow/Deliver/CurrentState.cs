using Axis.Contracts.Wire;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Deliver;

/// <summary>A delivery as its sender is told of it.</summary>
internal static class CurrentState
{
    /// <param name="row">The delivery.</param>
    /// <param name="submissionId">The submission that made it.</param>
    /// <param name="requests">Requests about it, in any order.</param>
    public static DeliveryState Of(DeliveryRow row, Guid submissionId, IEnumerable<ChangeRow> requests) => new(
        row.DeliveryId, submissionId, row.DocumentId, row.ReceiverCode, row.Version,
        row.VoidAs is null ? Word(row.Transport) : "VOID", row.Since, row.Attempt, row.Business, row.Cause,
        requests.OrderBy(request => request.OpenedAt).ThenBy(request => request.CarrierId).Select(Of).ToArray() is { Length: > 0 } asked ? asked : null,
        row is { VoidAs: null, RestSince: null, Transport: TransportState.Fail } ? row.FailedBy : null, DueOf(row),
        row is { VoidAs: null, Transport: TransportState.Fail } ? row.RestSince : null);

    private static DateTimeOffset? DueOf(DeliveryRow row) => row switch
    {
        { VoidAs: not null } or { RestSince: not null } => null,
        { Transport: TransportState.Initial or TransportState.Processing } => row.ArriveDue,
        { Transport: TransportState.Done, AnsweredAt: null } => row.AnswerDue,
        _ => null,
    };

    private static ChangeState Of(ChangeRow row) =>
        new(row.Command, row.Status, row.SubmissionId, row.CarrierId, row.Reason, row.Since, row.DueAt, row.Code, row.Answer);

    private static string Word(TransportState state) => state switch
    {
        TransportState.Initial => "INITIAL",
        TransportState.Processing => "PROCESSING",
        TransportState.Done => "DONE",
        TransportState.Fail => "FAIL",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
