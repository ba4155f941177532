namespace Axis.Contracts.Statements;

/// <summary>An event that came after the statement of its day, as people name it.</summary>
/// <param name="Id">The delivery, the case of a refusal or the difference that it happened to.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="WhatVi">What happened, in Vietnamese.</param>
/// <param name="WhatEn">What happened, in English.</param>
/// <param name="Document">Number and notation of the document; <c>null</c> where they are not known.</param>
/// <param name="Counterpart">The other side, as named at the end of the day; <c>null</c> where there is none.</param>
public sealed record StatementLateEvent(Guid Id, DateTimeOffset At, string WhatVi, string WhatEn, string? Document = null, StatementAgency? Counterpart = null);
