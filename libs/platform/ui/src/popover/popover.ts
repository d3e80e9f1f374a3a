import { FocusTrapFactory, type FocusTrap } from '@angular/cdk/a11y';
import {
  createFlexibleConnectedPositionStrategy,
  createOverlayRef,
  createRepositionScrollStrategy,
  type ConnectedPosition,
  type OverlayRef,
} from '@angular/cdk/overlay';
import { TemplatePortal } from '@angular/cdk/portal';
import { DestroyRef, Directive, ElementRef, Injector, TemplateRef, ViewContainerRef, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationStart, Router } from '@angular/router';
import { filter } from 'rxjs';

const PLACES: ConnectedPosition[] = [
  { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 6 },
  { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -6 },
  { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top', offsetY: 6 },
  { originX: 'end', originY: 'top', overlayX: 'end', overlayY: 'bottom', offsetY: -6 },
];

/**
 * Opens a panel beside a button: focus moves in; Escape, a click beside it and leaving the page close it and give the
 * focus back. `<button [spPopover]="panel" spPopoverLabel="...">`.
 */
@Directive({
  selector: 'button[spPopover]',
  exportAs: 'spPopover',
  host: { 'aria-haspopup': 'dialog', '[attr.aria-expanded]': 'open()', '(click)': 'toggle()' },
})
export class Popover {
  private readonly element = inject<ElementRef<HTMLButtonElement>>(ElementRef);
  private readonly container = inject(ViewContainerRef);
  private readonly injector = inject(Injector);
  private readonly traps = inject(FocusTrapFactory);
  private readonly shown = signal(false);
  private overlay: OverlayRef | null = null;
  private trap: FocusTrap | null = null;

  /** what is shown in the panel */
  readonly panel = input.required<TemplateRef<unknown>>({ alias: 'spPopover' });
  /** what the panel is, for those who hear the page */
  readonly label = input.required<string>({ alias: 'spPopoverLabel' });

  readonly open = this.shown.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.dispose());
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationStart),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.close());
  }

  /** Opens the panel, or closes the open one. */
  toggle(): void {
    if (this.shown()) this.close();
    else this.show();
  }

  /** Closes the panel and gives the focus back. */
  close(): void {
    if (!this.shown()) return;
    const inside = this.overlay?.overlayElement.contains(document.activeElement) ?? false;
    this.dispose();
    if (inside) this.element.nativeElement.focus();
  }

  private show(): void {
    const overlay = createOverlayRef(this.injector, {
      positionStrategy: createFlexibleConnectedPositionStrategy(this.injector, this.element).withPositions(PLACES).withPush().withViewportMargin(8),
      scrollStrategy: createRepositionScrollStrategy(this.injector),
      panelClass: 'sp-popover-panel',
    });
    this.overlay = overlay;
    const panel = overlay.overlayElement;
    panel.setAttribute('role', 'dialog');
    panel.setAttribute('aria-label', this.label());
    panel.tabIndex = -1;
    overlay.attach(new TemplatePortal(this.panel(), this.container)).detectChanges();
    overlay.keydownEvents().subscribe((event) => {
      if (event.key === 'Escape') this.close();
    });
    overlay.outsidePointerEvents().subscribe((event) => {
      if (!(event.target instanceof Node) || !this.element.nativeElement.contains(event.target)) this.close();
    });
    this.trap = this.traps.create(panel);
    this.shown.set(true);
    if (!this.trap.focusInitialElement()) panel.focus();
  }

  private dispose(): void {
    this.trap?.destroy();
    this.overlay?.dispose();
    this.trap = null;
    this.overlay = null;
    this.shown.set(false);
  }
}
