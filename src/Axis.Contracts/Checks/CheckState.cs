namespace Axis.Contracts.Checks;

/// <summary>What a check came to. Wire words: PASSED, FAILED, WARNED, NOT_CHECKED.</summary>
public enum CheckState
{
    /// <summary>Not looked at, because an earlier rule failed or what it needs is not at hand.</summary>
    NotChecked,

    /// <summary>Nothing found.</summary>
    Passed,

    /// <summary>Accepted with warnings.</summary>
    Warned,

    /// <summary>Refused.</summary>
    Failed,
}
