namespace Axis.Hub.Statements.Counting;

/// <summary>What a delivery may be in for a while.</summary>
internal enum Stock
{
    /// <summary>Somebody has something to do about it.</summary>
    NotAtRest,

    /// <summary>FAIL and not closed: the sender's send error and the receiver's receive error.</summary>
    Failed,

    /// <summary>Not arrived, and overdue.</summary>
    Backlog,

    /// <summary>Arrived, not answered, and overdue.</summary>
    NoReply,

    /// <summary>Not what its adapter's books and the hub's agree on; of differences alone.</summary>
    Differs,
}

/// <summary>How something left a stock.</summary>
internal enum LeftBy
{
    /// <summary>It arrived.</summary>
    Arrived,

    /// <summary>It was answered.</summary>
    Answered,

    /// <summary>It failed; out of the backlog.</summary>
    Failed,

    /// <summary>A new attempt, or an accepted document of its family.</summary>
    SentAgain,

    /// <summary>Taken back, recalled, replaced, or dropped by an update.</summary>
    Recalled,

    /// <summary>Closed by a person with a reason; a difference too.</summary>
    Closed,

    /// <summary>Its due time was moved.</summary>
    DueMoved,

    /// <summary>The books agree again; of differences alone.</summary>
    Settled,
}
