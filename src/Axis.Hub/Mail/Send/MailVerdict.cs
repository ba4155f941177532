namespace Axis.Hub.Mail.Send;

/// <summary>What becomes of a message that was not sent.</summary>
/// <param name="Reason">Why, for people.</param>
internal abstract record MailVerdict(string Reason)
{
    /// <summary>It never will be: its recipient or the message itself was refused for good, or the patience with it is over.</summary>
    public sealed record Undeliverable(string Reason) : MailVerdict(Reason);

    /// <summary>It is tried again.</summary>
    /// <param name="Reason">Why not now.</param>
    /// <param name="At">When.</param>
    public sealed record Later(string Reason, DateTimeOffset At) : MailVerdict(Reason);
}
