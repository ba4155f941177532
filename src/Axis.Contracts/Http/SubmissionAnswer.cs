using Axis.Contracts.Wire;

namespace Axis.Contracts.Http;

/// <summary>Answer of <c>GET /v1/submissions/{submissionId}</c>, to the adapter that submitted it.</summary>
/// <param name="Receipt">The receipt as it was given.</param>
/// <param name="Deliveries">Current state of every delivery that the receipt names.</param>
public sealed record SubmissionAnswer(Receipt Receipt, IReadOnlyList<DeliveryState> Deliveries);

/// <summary>Body of <c>POST /v1/submissions/{submissionId}/close</c>: the failed deliveries are given up.</summary>
/// <param name="Reason">Why; kept.</param>
public sealed record CloseRequest(string Reason);
