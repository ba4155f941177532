using Axis.Contracts.Errors;

namespace Agency.Adapter.Outgoing;

/// <summary>What the adapter answered to a hand-over.</summary>
internal abstract record SubmitOutcome
{
    private SubmitOutcome()
    {
    }

    /// <summary>Durable in the spool, on its way.</summary>
    /// <param name="SubmissionId">Its id for ever.</param>
    /// <param name="Findings">Warnings of the door checks.</param>
    public sealed record Accepted(Guid SubmissionId, IReadOnlyList<Finding> Findings) : SubmitOutcome;

    /// <summary>Handed over before: same id, same answer. A refused one is on its way again under a higher try.</summary>
    /// <param name="SubmissionId">Its id.</param>
    /// <param name="Findings">Warnings found then.</param>
    public sealed record Repeated(Guid SubmissionId, IReadOnlyList<Finding> Findings) : SubmitOutcome;

    /// <summary>The key stands for other bytes.</summary>
    /// <param name="SubmissionId">The id that stands.</param>
    /// <param name="Finding">The coded refusal.</param>
    public sealed record Conflict(Guid SubmissionId, Finding Finding) : SubmitOutcome;

    /// <summary>The door checks refuse it; nothing was kept.</summary>
    /// <param name="Findings">Everything found, at least one refusal.</param>
    public sealed record Refused(IReadOnlyList<Finding> Findings) : SubmitOutcome;

    /// <summary>No room in the spool; nothing was kept, try again later.</summary>
    /// <param name="Finding">The coded refusal.</param>
    public sealed record DiskFull(Finding Finding) : SubmitOutcome;
}
