namespace Axis.Hub.Statements.Issue;

/// <summary>What a run of statements came to.</summary>
internal abstract record IssueOutcome
{
    /// <summary>It has completed.</summary>
    /// <param name="RunId">The run.</param>
    /// <param name="First">First day that was computed; null when nothing has ever happened.</param>
    /// <param name="Through">The last.</param>
    /// <param name="Versions">Versions issued; the statements whose content has not changed are not among them.</param>
    /// <param name="Mismatches">Checks of the books that do not hold, over all of them.</param>
    internal sealed record Issued(Guid RunId, DateOnly? First, DateOnly Through, int Versions, int Mismatches) : IssueOutcome;

    /// <summary>Another hub is at it.</summary>
    internal sealed record Busy : IssueOutcome;

    /// <summary>The day has not ended.</summary>
    internal sealed record NotOver(DateOnly Day) : IssueOutcome;
}

/// <summary>Another hub has taken the run over, for its lease had run out.</summary>
internal sealed class StatementRunLostException(Guid runId) : Exception($"The run {runId} of statements was taken over.");
