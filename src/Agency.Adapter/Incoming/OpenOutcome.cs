using Agency.Adapter.Marks;

namespace Agency.Adapter.Incoming;

/// <summary>What became of asking for a delivery's bytes.</summary>
internal abstract record OpenOutcome
{
    private OpenOutcome()
    {
    }

    /// <summary>Here they are.</summary>
    /// <param name="Package">The exact bytes; the caller disposes it.</param>
    public sealed record Opened(Stream Package) : OpenOutcome;

    /// <summary>There is no such delivery, or it was given back.</summary>
    public sealed record GivenBack : OpenOutcome;

    /// <summary>The sender has recalled or taken back the document; its bytes were destroyed.</summary>
    /// <param name="Why">The hub's mark.</param>
    public sealed record Destroyed(Marking Why) : OpenOutcome;

    /// <summary>They were removed, some time after the delivery had come to rest.</summary>
    /// <param name="Sha256">Lower-case hex of what they were.</param>
    public sealed record Removed(string Sha256) : OpenOutcome;
}
