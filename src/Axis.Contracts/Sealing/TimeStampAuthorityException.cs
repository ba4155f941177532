namespace Axis.Contracts.Sealing;

/// <summary>A time-stamping authority gave no answer: infrastructure, no verdict. It is asked again later.</summary>
public sealed class TimeStampAuthorityException : Exception
{
    /// <summary>Says in one sentence what happened.</summary>
    public TimeStampAuthorityException(string message) : base(message)
    {
    }

    /// <inheritdoc cref="TimeStampAuthorityException(string)"/>
    public TimeStampAuthorityException(string message, Exception cause) : base(message, cause)
    {
    }
}
