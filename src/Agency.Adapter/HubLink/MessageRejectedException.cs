namespace Agency.Adapter.HubLink;

/// <summary>A message that can never be handled, however often it comes: it goes to the hub's dead letters, exact bytes kept.</summary>
internal sealed class MessageRejectedException(string message, Exception? inner = null) : Exception(message, inner);
