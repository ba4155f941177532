namespace Axis.Hub.Platform.Storage;

/// <summary>The database cannot be brought to, or is not at, the state that this program needs. Stops the start.</summary>
internal sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);
