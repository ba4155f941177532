namespace Axis.Hub.Platform.Storage;

/// <summary>
/// A unit of work collided with another: a row changed between reading and writing. It is run again;
/// seen outside, it collided every time, and its batch should be halved (protocol.md 4).
/// </summary>
internal sealed class WorkConflictException(string message, Exception? inner = null) : Exception(message, inner);
