namespace Axis.Contracts.Edxml;

/// <summary>What was measured of one base64 text that was taken out of the stream.</summary>
internal sealed record LiftedContent(long Length, string Sha256, Base64State State, ZipContent? Zip);
