namespace Agency.Adapter.Incoming;

/// <summary>What an agency's system says of a delivery.</summary>
internal abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>It has it.</summary>
    public sealed record Done : Answer;

    /// <summary>It cannot take it; final at the hub.</summary>
    /// <param name="Reason">Why, for the sender.</param>
    public sealed record Fail(string Reason) : Answer;
}

/// <summary>What became of an answer.</summary>
internal enum AnswerOutcome
{
    /// <summary>Recorded, and owed to the hub.</summary>
    Recorded,

    /// <summary>The same answer stands already.</summary>
    Repeated,

    /// <summary>There is no such delivery for this agency.</summary>
    NotFound,

    /// <summary>The sender or the hub took the delivery back before it was handed out.</summary>
    GivenBack,

    /// <summary>The other answer stands: what is DONE cannot fail.</summary>
    Contradicts,
}
