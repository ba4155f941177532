namespace Agency.Adapter.HubLink;

/// <summary>What became of a publish.</summary>
internal abstract record PublishOutcome
{
    private PublishOutcome()
    {
    }

    /// <summary>The broker has taken it over.</summary>
    public sealed record Confirmed : PublishOutcome
    {
        /// <summary>The only one needed.</summary>
        public static Confirmed Instance { get; } = new();
    }

    /// <summary>The broker said no: returned as unroutable, rejected by a full queue, or forbidden.</summary>
    /// <param name="Reason">For the operator, in the broker's words.</param>
    public sealed record Refused(string Reason) : PublishOutcome;

    /// <summary>The broker was not reached or did not answer; the message may or may not have got through.</summary>
    /// <param name="Reason">For the operator.</param>
    public sealed record Unavailable(string Reason) : PublishOutcome;
}
